package dev.minori.sync.workspace.rest;

import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.workspace.Team;
import dev.minori.sync.workspace.TeamRoster;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Teams of the workspace. */
@Path("/api/v1/teams")
@RunOnVirtualThread
public class TeamsResource {
    private final TeamRoster roster;
    private final Cursors cursors;

    TeamsResource(TeamRoster roster, Cursors cursors) {
        this.roster = roster;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({"admin", "integrator", "cs-ops", "manager", "csm", "viewer", "service"})
    public Page<TeamView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return cursors.page(
                        CursorScope.of(WorkspaceContext.current(), "teams", "id"),
                        PageRequest.of(limit, cursor),
                        (behind, rows) -> roster.list(behind == null ? null : UUID.fromString(behind), rows),
                        entry -> entry.team().id().toString())
                .map(TeamView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"admin", "integrator", "cs-ops", "manager", "csm", "viewer", "service"})
    public TeamView get(@PathParam("id") UUID id) {
        return TeamView.of(roster.get(id));
    }

    /** Creates the team or changes it, and sets who is in it if that is given. */
    @PUT
    @Path("/{id}")
    @RolesAllowed("admin")
    public TeamView put(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid TeamRequest request) {
        Team wanted = new Team(id, request.name(), request.active() == null || request.active(), 0);
        return TeamView.of(roster.save(wanted, request.memberIds(), ifMatch));
    }
}
