package dev.minori.kit.directory;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * A person who works in a workspace.
 *
 * @param subject the {@code sub} of the person's tokens
 * @param language {@code ja} or {@code en}
 * @param active false after they left
 */
public record Member(
        UUID id,
        String subject,
        String name,
        String email,
        String language,
        ZoneId zone,
        List<UUID> teamIds,
        boolean active) {
    public Member {
        teamIds = List.copyOf(teamIds);
    }
}
