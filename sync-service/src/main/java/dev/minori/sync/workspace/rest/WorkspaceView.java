package dev.minori.sync.workspace.rest;

import dev.minori.kit.etag.Versioned;
import dev.minori.sync.workspace.Workspace;
import java.util.UUID;

/** A workspace as JSON. */
public record WorkspaceView(
        UUID id, String name, String zone, int fiscalYearStartMonth, String currency, String visibility, long version)
        implements Versioned {
    static WorkspaceView of(Workspace workspace) {
        return new WorkspaceView(
                workspace.id(),
                workspace.name(),
                workspace.zone().getId(),
                workspace.fiscalYearStartMonth(),
                workspace.currency(),
                workspace.visibility().wireName(),
                workspace.version());
    }
}
