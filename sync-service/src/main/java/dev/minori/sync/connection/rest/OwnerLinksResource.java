package dev.minori.sync.connection.rest;

import dev.minori.sync.connection.ConnectionService;
import dev.minori.sync.connection.OwnerLinks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which owner in a source is which member. Equal e-mail addresses are linked by themselves. */
@Path("/api/v1/connections/{id}/owner-links")
@RunOnVirtualThread
public class OwnerLinksResource {
    private final ConnectionService connections;
    private final OwnerLinks links;

    OwnerLinksResource(ConnectionService connections, OwnerLinks links) {
        this.connections = connections;
        this.links = links;
    }

    @GET
    @RolesAllowed({"integrator", "cs-ops", "admin", "manager"})
    public List<OwnerLinkView> list(@PathParam("id") UUID id) {
        connections.get(id);
        return links.list(id).stream().map(OwnerLinkView::of).toList();
    }

    /** Links the named owners; others stay as they are. */
    @PUT
    @RolesAllowed({"integrator", "admin"})
    public List<OwnerLinkView> link(
            @PathParam("id") UUID id, @NotNull List<@Valid @NotNull OwnerLinkRequest> requests) {
        connections.get(id);
        Map<String, @Nullable UUID> members = new HashMap<>();
        requests.forEach(request -> members.put(request.owner(), request.memberId()));
        links.link(id, members);
        return list(id);
    }
}
