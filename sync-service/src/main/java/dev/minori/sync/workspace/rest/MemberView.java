package dev.minori.sync.workspace.rest;

import dev.minori.kit.etag.Versioned;
import dev.minori.sync.workspace.Member;
import java.util.List;
import java.util.UUID;

/** A member as JSON. */
public record MemberView(
        UUID id,
        String subject,
        String name,
        String email,
        String language,
        String zone,
        List<UUID> teamIds,
        boolean active,
        long version)
        implements Versioned {
    static MemberView of(Member member) {
        return new MemberView(
                member.id(),
                member.subject(),
                member.name(),
                member.email(),
                member.language(),
                member.zone().getId(),
                member.teamIds(),
                member.active(),
                member.version());
    }
}
