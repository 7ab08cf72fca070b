package dev.minori.sync.connection.rest;

import dev.minori.kit.etag.TaggedAnswer;
import dev.minori.sync.connection.ConnectionService;
import dev.minori.sync.connection.OwnerLinks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
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
    public RestResponse<List<OwnerLinkView>> list(@PathParam("id") UUID id) {
        connections.get(id);
        OwnerLinks.Links found = links.list(id);
        return TaggedAnswer.of(found.all().stream().map(OwnerLinkView::of).toList(), found.version());
    }

    /** Links the named owners, with {@code If-Match} only if nobody changed a link since; others stay as they are. */
    @PUT
    @RolesAllowed({"integrator", "admin"})
    public RestResponse<List<OwnerLinkView>> link(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull List<@Valid @NotNull OwnerLinkRequest> requests) {
        connections.get(id);
        Map<String, @Nullable UUID> members = new HashMap<>();
        requests.forEach(request -> members.put(request.owner(), request.memberId()));
        links.link(id, ifMatch, members);
        return list(id);
    }
}
