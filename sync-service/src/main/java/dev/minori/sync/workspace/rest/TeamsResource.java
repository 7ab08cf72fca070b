package dev.minori.sync.workspace.rest;

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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Teams of the workspace; there are few, so the list is whole. */
@Path("/api/v1/teams")
@RunOnVirtualThread
public class TeamsResource {
    private final TeamRoster roster;

    TeamsResource(TeamRoster roster) {
        this.roster = roster;
    }

    @GET
    @RolesAllowed({"admin", "integrator", "cs-ops", "manager", "csm", "viewer", "service"})
    public List<TeamView> list() {
        return roster.list().stream().map(TeamView::of).toList();
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
