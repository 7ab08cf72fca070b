package dev.minori.notification.channel.rest;

import dev.minori.kit.idempotency.Idempotency;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.notification.channel.ChannelService;
import dev.minori.notification.channel.ChannelTest;
import dev.minori.notification.page.NamedPages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Rooms that notifications can be posted to. */
@Path("/api/v1/channels")
@RunOnVirtualThread
public class ChannelResource {
    private final ChannelService channels;
    private final NamedPages pages;
    private final ChannelTest test;
    private final Idempotency idempotency;

    ChannelResource(ChannelService channels, NamedPages pages, ChannelTest test, Idempotency idempotency) {
        this.channels = channels;
        this.pages = pages;
        this.test = test;
        this.idempotency = idempotency;
    }

    /** Channels by name. */
    @GET
    @RolesAllowed({"viewer", "csm", "manager", "cs-ops", "integrator", "admin"})
    public Page<ChannelView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return pages.page(
                        "channels",
                        PageRequest.of(limit, cursor),
                        (behind, rows) -> channels.list(behind.name(), behind.id(), rows),
                        channel -> new NamedPages.Place(channel.name(), channel.id()))
                .map(ChannelView::of);
    }

    /** One channel. */
    @GET
    @Path("/{id}")
    @RolesAllowed({"viewer", "csm", "manager", "cs-ops", "integrator", "admin"})
    public ChannelView get(@PathParam("id") UUID id) {
        return ChannelView.of(channels.get(id));
    }

    /** A new channel behind a Slack-compatible incoming webhook. */
    @POST
    @ResponseStatus(201)
    @RolesAllowed({"integrator", "admin"})
    public ChannelView create(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @NotNull @Valid ChannelRequest request) {
        return idempotency.once(
                idempotencyKey, request, ChannelView.class, () -> ChannelView.of(channels.create(request.draft())));
    }

    /** Changes a channel. */
    @PUT
    @Path("/{id}")
    @RolesAllowed({"integrator", "admin"})
    public ChannelView change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ChannelRequest request) {
        return ChannelView.of(channels.change(id, ifMatch, request.draft()));
    }

    /** Removes a channel; messages that wait for it fail. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed({"integrator", "admin"})
    public void remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        channels.remove(id, ifMatch);
    }

    /** Posts a test message and tells what came of it; once for a key. */
    @POST
    @Path("/{id}/test")
    @RolesAllowed({"integrator", "admin"})
    public TestResult test(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return idempotency.atItsEnd(
                idempotencyKey, new TestOf(id), TestResult.class, () -> TestResult.of(test.send(id)));
    }

    private record TestOf(UUID channelId) {}
}
