package dev.minori.sync.workspace;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * A person of the workspace.
 *
 * @param subject the {@code sub} of the person's tokens
 * @param language {@code ja} or {@code en}
 */
public record Member(
        UUID id,
        String subject,
        String name,
        String email,
        String language,
        ZoneId zone,
        List<UUID> teamIds,
        boolean active,
        long version) {
    public Member {
        teamIds = List.copyOf(teamIds);
    }

    /** Whether everything apart from the version is the same. */
    public boolean sameAs(Member other) {
        return withVersion(0).equals(other.withVersion(0));
    }

    /** The same at another version. */
    public Member withVersion(long newVersion) {
        return new Member(id, subject, name, email, language, zone, teamIds, active, newVersion);
    }

    /** The same in other teams. */
    public Member withTeams(List<UUID> teams) {
        return new Member(id, subject, name, email, language, zone, teams, active, version);
    }
}
