package dev.minori.playbook.platform;

import dev.minori.kit.directory.Workspace;
import dev.minori.kit.directory.Workspaces;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.calendar.WorkspaceZone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;

/** The zone as the directory knows it. */
@ApplicationScoped
class DirectoryZone implements WorkspaceZone {
    /** Until the directory's entry has arrived; most workspaces are there. */
    private static final ZoneId ASSUMED = ZoneId.of("Asia/Tokyo");

    private final Workspaces workspaces;

    DirectoryZone(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public ZoneId current() {
        return workspaces.find(WorkspaceContext.current()).map(Workspace::zone).orElse(ASSUMED);
    }
}
