package dev.minori.playbook.person;

import java.util.List;
import java.util.UUID;

/** The other people of the workspace. */
public interface Colleagues {
    /** The members of a team, also those who left: their tasks are still the team's. Empty for an unknown team. */
    List<UUID> inTeam(UUID teamId);

    /** Whether there is such a member who has not left. */
    boolean isActive(UUID memberId);
}
