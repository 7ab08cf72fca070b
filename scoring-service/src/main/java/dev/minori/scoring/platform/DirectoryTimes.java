package dev.minori.scoring.platform;

import dev.minori.kit.directory.Workspace;
import dev.minori.kit.directory.Workspaces;
import dev.minori.scoring.expression.WorkspaceTimes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Workspaces and their zones as the directory tells. */
@ApplicationScoped
class DirectoryTimes implements WorkspaceTimes {
    private final Workspaces workspaces;

    DirectoryTimes(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public List<UUID> all() {
        return workspaces.list();
    }

    @Override
    public Optional<ZoneId> zone(UUID workspaceId) {
        return workspaces.find(workspaceId).map(Workspace::zone);
    }
}
