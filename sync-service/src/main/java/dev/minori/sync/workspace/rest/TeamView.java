package dev.minori.sync.workspace.rest;

import dev.minori.kit.etag.Versioned;
import dev.minori.sync.workspace.Team;
import dev.minori.sync.workspace.TeamRoster;
import java.util.List;
import java.util.UUID;

/**
 * A team as JSON.
 *
 * @param memberIds who is in it, by name; also those who left
 */
public record TeamView(UUID id, String name, boolean active, List<UUID> memberIds, long version) implements Versioned {
    static TeamView of(TeamRoster.Entry entry) {
        Team team = entry.team();
        return new TeamView(team.id(), team.name(), team.active(), entry.memberIds(), team.version());
    }
}
