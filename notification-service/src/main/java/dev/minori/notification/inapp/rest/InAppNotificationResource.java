package dev.minori.notification.inapp.rest;

import dev.minori.kit.apidocument.SafeToRepeat;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.security.Actor;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.inapp.InAppInbox;
import dev.minori.notification.recipient.RecipientService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.Nullable;

/** The caller's own in-app notifications: the bell. Nobody sees another's. */
@Path("/api/v1/in-app-notifications")
@RunOnVirtualThread
public class InAppNotificationResource {
    private final InAppInbox inbox;
    private final RecipientService recipients;
    private final Actor actor;
    private final Cursors cursors;

    InAppNotificationResource(InAppInbox inbox, RecipientService recipients, Actor actor, Cursors cursors) {
        this.inbox = inbox;
        this.recipients = recipients;
        this.actor = actor;
        this.cursors = cursors;
    }

    /**
     * How many are unread.
     *
     * @param count counts no further than 1,000
     */
    public record Unread(int count) {}

    /**
     * All up to this one were seen.
     *
     * @param upTo the newest the reader has seen
     */
    public record ReadRequest(@NotNull UUID upTo) {}

    /** How many became read. */
    public record ReadAnswer(int marked, int unread) {}

    /**
     * Newest first.
     *
     * @param unread only those not read yet
     */
    @GET
    @RolesAllowed({"viewer", "csm", "manager", "cs-ops", "integrator", "admin"})
    public Page<InAppNotificationView> list(
            @QueryParam("unread") @DefaultValue("false") boolean unread,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UUID self = self();
        PageRequest request = PageRequest.of(limit, cursor);
        CursorScope scope = CursorScope.of(
                WorkspaceContext.current(), "in-app-notifications", "-id", self.toString(), Boolean.toString(unread));
        UUID before = request.cursor() == null
                ? null
                : UUID.fromString(Objects.requireNonNull(
                        cursors.read(scope, request.cursor()).getFirst()));
        return Page.cut(
                        inbox.list(self, unread, before, request.fetchSize()),
                        request,
                        last -> cursors.write(scope, List.of(last.id().toString())))
                .map(InAppNotificationView::of);
    }

    /** The number on the bell. */
    @GET
    @Path("/unread-count")
    @RolesAllowed({"viewer", "csm", "manager", "cs-ops", "integrator", "admin"})
    public Unread unreadCount() {
        return new Unread(inbox.countUnread(self()));
    }

    /** Marks one as read; repeating that changes nothing. */
    @POST
    @Path("/{id}/read")
    @Extension(name = SafeToRepeat.NAME, value = "what is read stays read")
    @RolesAllowed({"viewer", "csm", "manager", "cs-ops", "integrator", "admin"})
    public InAppNotificationView read(@PathParam("id") UUID id) {
        return InAppNotificationView.of(inbox.markRead(self(), id));
    }

    /** Marks all as read that the reader has seen; what came since stays unread. */
    @POST
    @Path("/read")
    @Extension(name = SafeToRepeat.NAME, value = "what is read stays read; what came after the named one stays unread")
    @RolesAllowed({"viewer", "csm", "manager", "cs-ops", "integrator", "admin"})
    public ReadAnswer readAll(@NotNull @Valid ReadRequest request) {
        UUID self = self();
        int marked = inbox.markAllRead(self, request.upTo());
        return new ReadAnswer(marked, inbox.countUnread(self));
    }

    private UUID self() {
        return recipients.getBySubject(actor.subject()).memberId();
    }
}
