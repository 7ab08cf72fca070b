package dev.minori.notification.delivery.rest;

import dev.minori.kit.idempotency.Idempotency;
import dev.minori.kit.paging.CountedPage;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.delivery.DeliveryDesk;
import dev.minori.notification.delivery.DeliveryFilter;
import dev.minori.notification.delivery.DeliverySight;
import dev.minori.notification.delivery.DeliverySummary;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of notifications. */
@Path("/api/v1/deliveries")
@RunOnVirtualThread
public class DeliveryResource {
    private final DeliveryDesk desk;
    private final DeliverySight sight;
    private final Cursors cursors;
    private final Idempotency idempotency;

    DeliveryResource(DeliveryDesk desk, DeliverySight sight, Cursors cursors, Idempotency idempotency) {
        this.desk = desk;
        this.sight = sight;
        this.cursors = cursors;
        this.idempotency = idempotency;
    }

    /** Deliveries, the newest first; {@code q} is words in recipient, address, customer or subject. */
    @GET
    @RolesAllowed({"viewer", "csm", "manager", "cs-ops", "integrator", "admin", "service"})
    public CountedPage<DeliveryView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("customerId") @Nullable UUID customerId,
            @QueryParam("memberId") @Nullable UUID memberId,
            @QueryParam("requestId") @Nullable UUID requestId,
            @QueryParam("templateKey") @Nullable String templateKey,
            @QueryParam("q") @Size(max = 200) @Nullable String text,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        DeliveryFilter filter = new DeliveryFilter(
                state,
                channel,
                customerId,
                memberId,
                requestId,
                templateKey,
                sight.ofCaller(),
                text == null || text.isBlank() ? null : text.strip());
        CursorScope scope = CursorScope.of(WorkspaceContext.current(), "deliveries", "-id", filter.toString());
        UUID before = request.cursor() == null ? null : position(cursors.read(scope, request.cursor()));
        List<DeliverySummary> found = desk.list(filter, before, request.fetchSize());
        Page<DeliverySummary> page = Page.cut(
                found,
                request,
                last -> cursors.write(scope, List.of(last.delivery().id().toString())));
        return CountedPage.of(page, desk.count(filter)).map(DeliveryView::of);
    }

    /** One delivery with its text and attempts. */
    @GET
    @Path("/{id}")
    @RolesAllowed({"viewer", "csm", "manager", "cs-ops", "integrator", "admin", "service"})
    public DeliveryDetailView get(@PathParam("id") UUID id) {
        return DeliveryDetailView.of(desk.get(id, sight.ofCaller()));
    }

    /** Sends an unconfirmed or failed delivery again. */
    @POST
    @Path("/{id}/resend")
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public DeliveryView resend(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return idempotency.once(
                idempotencyKey,
                Map.of("resend", id),
                DeliveryView.class,
                () -> DeliveryView.of(desk.resend(id, sight.ofCaller()).summary()));
    }

    private static UUID position(List<@Nullable String> position) {
        return UUID.fromString(Objects.requireNonNull(position.getFirst()));
    }
}
