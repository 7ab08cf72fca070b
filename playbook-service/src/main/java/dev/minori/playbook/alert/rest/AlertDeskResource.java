package dev.minori.playbook.alert.rest;

import dev.minori.kit.idempotency.Idempotency;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.alert.Alert;
import dev.minori.playbook.alert.AlertDesk;
import dev.minori.playbook.alert.AlertDetails;
import dev.minori.playbook.person.CurrentPerson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with an alert while it is open: put it off, talk about it. */
@Path("/api/v1/alerts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AlertDeskResource {
    private final AlertDesk desk;
    private final AlertDetails details;
    private final CurrentPerson person;
    private final Idempotency idempotency;
    private final Cursors cursors;

    AlertDeskResource(
            AlertDesk desk, AlertDetails details, CurrentPerson person, Idempotency idempotency, Cursors cursors) {
        this.desk = desk;
        this.details = details;
        this.person = person;
        this.idempotency = idempotency;
        this.cursors = cursors;
    }

    /** The alert is out of sight until then, unless its sign appears again. */
    record SnoozeAlert(@NotNull Instant until) {}

    /** A remark. */
    record CommentOnAlert(@NotBlank @Size(max = 10_000) String body) {}

    /** A remark on an alert. */
    record AlertCommentView(UUID id, @Nullable UUID authorId, String authorName, String body, Instant writtenAt) {
        static AlertCommentView of(Alert.Comment comment) {
            return new AlertCommentView(
                    comment.id(), comment.authorId(), comment.authorName(), comment.body(), comment.writtenAt());
        }
    }

    @POST
    @Path("/snooze")
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public AlertView snooze(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid SnoozeAlert request) {
        check(id);
        desk.snooze(id, ifMatch, request.until());
        return AlertView.of(details.row(id));
    }

    /** Brings a snoozed alert back into sight. */
    @POST
    @Path("/wake")
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public AlertView wake(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        check(id);
        desk.wake(id, ifMatch);
        return AlertView.of(details.row(id));
    }

    /** Oldest first. */
    @GET
    @Path("/comments")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "admin"})
    public Page<AlertCommentView> comments(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        check(id);
        CursorScope scope = CursorScope.of(WorkspaceContext.current(), "alert-comments", "id", id.toString());
        return cursors.page(
                        scope,
                        PageRequest.of(limit, cursor),
                        (behind, rows) -> desk.listComments(id, behind == null ? null : UUID.fromString(behind), rows),
                        comment -> comment.id().toString())
                .map(AlertCommentView::of);
    }

    @POST
    @Path("/comments")
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public AlertCommentView comment(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid CommentOnAlert request) {
        check(id);
        return idempotency.once(
                key,
                List.of("alerts/comments", id, request),
                AlertCommentView.class,
                () -> AlertCommentView.of(desk.comment(id, request.body(), person.author())));
    }

    private void check(UUID id) {
        details.get(id, person.visibleOwners());
    }
}
