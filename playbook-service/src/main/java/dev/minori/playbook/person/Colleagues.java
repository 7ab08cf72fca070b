package dev.minori.playbook.person;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The other people of the workspace. */
public interface Colleagues {
    /** The members of a team, also those who left: their tasks are still the team's. Empty for an unknown team. */
    List<UUID> inTeam(UUID teamId);

    /** Whose rows a list is narrowed to: one member's, else those of a team; null to narrow it to nobody's. */
    default @Nullable List<UUID> chosen(@Nullable UUID memberId, @Nullable UUID teamId) {
        if (memberId != null) {
            return List.of(memberId);
        }
        return teamId == null ? null : inTeam(teamId);
    }

    /** Whether there is such a member who has not left. */
    boolean isActive(UUID memberId);
}
