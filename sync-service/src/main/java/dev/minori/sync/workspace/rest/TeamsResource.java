package dev.minori.sync.workspace.rest;

import dev.minori.sync.workspace.DirectoryService;
import dev.minori.sync.workspace.Team;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Teams of the workspace; there are few, so the list is whole. */
@Path("/api/v1/teams")
@RunOnVirtualThread
public class TeamsResource {
    private final DirectoryService directory;

    TeamsResource(DirectoryService directory) {
        this.directory = directory;
    }

    @GET
    @RolesAllowed({"admin", "integrator", "cs-ops", "manager", "csm", "viewer", "service"})
    public List<TeamView> list() {
        return directory.listTeams().stream().map(TeamView::of).toList();
    }

    /** Creates the team or changes it. */
    @PUT
    @Path("/{id}")
    @RolesAllowed("admin")
    public TeamView put(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid TeamRequest request) {
        Team wanted = new Team(id, request.name(), request.active() == null || request.active(), 0);
        return TeamView.of(directory.save(wanted, ifMatch));
    }
}
