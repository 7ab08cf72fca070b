package dev.minori.sync.connection.rest;

import dev.minori.kit.etag.TaggedAnswer;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.connection.ConnectionService;
import dev.minori.sync.connection.OwnerLink;
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
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Which owner in a source is which member. Equal e-mail addresses are linked by themselves. */
@Path("/api/v1/connections/{id}/owner-links")
@RunOnVirtualThread
public class OwnerLinksResource {
    private final ConnectionService connections;
    private final OwnerLinks links;
    private final Cursors cursors;

    OwnerLinksResource(ConnectionService connections, OwnerLinks links, Cursors cursors) {
        this.connections = connections;
        this.links = links;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({"integrator", "cs-ops", "admin", "manager"})
    public RestResponse<Page<OwnerLinkView>> list(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        connections.get(id);
        PageRequest request = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(WorkspaceContext.current(), "owner-links", "name,ownerId", id.toString());
        List<@Nullable String> behind =
                request.cursor() == null ? List.of("", "") : cursors.read(scope, request.cursor());
        OwnerLinks.Links found = links.list(
                id, Objects.requireNonNull(behind.get(0)), Objects.requireNonNull(behind.get(1)), request.fetchSize());
        Page<OwnerLink> page =
                Page.cut(found.links(), request, last -> cursors.write(scope, List.of(last.name(), last.ownerId())));
        return TaggedAnswer.of(page.map(OwnerLinkView::of), found.version());
    }

    /**
     * Links the named owners, with {@code If-Match} only if nobody changed a link since; others stay as they are. The
     * answer is what became of the named ones.
     */
    @PUT
    @RolesAllowed({"integrator", "admin"})
    public RestResponse<List<OwnerLinkView>> link(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull List<@Valid @NotNull OwnerLinkRequest> requests) {
        connections.get(id);
        Map<String, @Nullable UUID> members = new HashMap<>();
        requests.forEach(request -> members.put(request.owner(), request.memberId()));
        OwnerLinks.Links linked = links.link(id, ifMatch, members);
        return TaggedAnswer.of(linked.links().stream().map(OwnerLinkView::of).toList(), linked.version());
    }
}
