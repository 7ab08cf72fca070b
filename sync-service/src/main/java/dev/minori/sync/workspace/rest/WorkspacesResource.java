package dev.minori.sync.workspace.rest;

import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.workspace.DirectoryService;
import dev.minori.sync.workspace.Visibility;
import dev.minori.sync.workspace.Workspace;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The workspace of the token. Other workspaces do not exist for it. */
@Path("/api/v1/workspaces/{id}")
@RunOnVirtualThread
public class WorkspacesResource {
    private final DirectoryService directory;

    WorkspacesResource(DirectoryService directory) {
        this.directory = directory;
    }

    @GET
    @RolesAllowed({"admin", "integrator", "cs-ops", "manager", "csm", "viewer", "service"})
    public WorkspaceView get(@PathParam("id") UUID id) {
        requireOwn(id);
        return WorkspaceView.of(directory.getWorkspace());
    }

    /** Creates the workspace or changes its settings. */
    @PUT
    @RolesAllowed("admin")
    public WorkspaceView put(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid WorkspaceRequest request) {
        requireOwn(id);
        Workspace wanted = new Workspace(
                id,
                request.name(),
                Zones.read(request.zone()),
                request.fiscalYearStartMonth(),
                request.currency(),
                Visibility.of(request.visibility()),
                0);
        return WorkspaceView.of(directory.save(wanted, ifMatch));
    }

    private static void requireOwn(UUID id) {
        if (!WorkspaceContext.current().equals(id)) {
            throw ProblemException.notFound(new Wording("ワークスペースが見つかりません: " + id, "There is no workspace " + id));
        }
    }
}
