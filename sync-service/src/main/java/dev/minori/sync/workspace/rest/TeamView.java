package dev.minori.sync.workspace.rest;

import dev.minori.kit.etag.Versioned;
import dev.minori.sync.workspace.Team;
import java.util.UUID;

/** A team as JSON. */
public record TeamView(UUID id, String name, boolean active, long version) implements Versioned {
    static TeamView of(Team team) {
        return new TeamView(team.id(), team.name(), team.active(), team.version());
    }
}
