package dev.minori.playbook.task.rest;

import dev.minori.kit.idempotency.Idempotency;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.playbook.page.IdPages;
import dev.minori.playbook.person.CurrentPerson;
import dev.minori.playbook.task.CsTask;
import dev.minori.playbook.task.TaskComment;
import dev.minori.playbook.task.TaskDesk;
import dev.minori.playbook.task.TaskFilter;
import dev.minori.playbook.task.Tasks;
import dev.minori.playbook.text.LocalText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks: work for people about customers. */
@Path("/api/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TaskResource {
    private final Tasks tasks;
    private final TaskDesk desk;
    private final IdPages pages;
    private final CurrentPerson person;
    private final Idempotency idempotency;

    TaskResource(Tasks tasks, TaskDesk desk, IdPages pages, CurrentPerson person, Idempotency idempotency) {
        this.tasks = tasks;
        this.desk = desk;
        this.pages = pages;
        this.person = person;
        this.idempotency = idempotency;
    }

    /** A remark on a task. */
    record CommentView(UUID id, @Nullable UUID authorId, String authorName, String body, Instant writtenAt) {}

    /**
     * Newest first.
     *
     * @param mine only the caller's own
     * @param owner only this member's
     * @param overdue only those still to be done whose day is over
     */
    @GET
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "admin"})
    public Page<TaskView> list(
            @QueryParam("mine") @DefaultValue("false") boolean mine,
            @QueryParam("owner") @Nullable UUID owner,
            @QueryParam("customerId") @Nullable UUID customerId,
            @QueryParam("playbookRunId") @Nullable UUID runId,
            @QueryParam("state") @Pattern(regexp = "open|snoozed|completed|cancelled") @Nullable String state,
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        TaskDesk.Today today = desk.today();
        UUID member = mine ? person.memberId() : owner;
        TaskFilter filter = new TaskFilter(
                member, customerId, runId, state, overdue ? today.day() : null, person.visibleOwners(), today.now());
        return pages.page(
                        "tasks",
                        Arrays.asList(member, customerId, runId, state, overdue),
                        PageRequest.of(limit, cursor),
                        (before, most) -> desk.list(filter, before, most),
                        CsTask::id)
                .map(task -> TaskView.of(task, today.now(), today.day()));
    }

    @POST
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public TaskView create(@HeaderParam("Idempotency-Key") @Nullable String key, @Valid TaskRequests.Create request) {
        LocalText note = request.note() == null ? null : LocalText.same(request.note());
        return idempotency.once(
                key,
                request,
                TaskView.class,
                () -> view(tasks.openByHand(
                        request.customerId(),
                        new Tasks.Work(LocalText.same(request.title()), note, List.of()),
                        request.ownerMemberId(),
                        request.dueOn(),
                        person.author())));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "admin"})
    public TaskView get(@PathParam("id") UUID id) {
        return view(seen(id));
    }

    @POST
    @Path("/{id}/complete")
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public TaskView complete(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid TaskRequests.Complete request) {
        seen(id);
        return view(tasks.complete(id, ifMatch, request.outcome(), person.author()));
    }

    @POST
    @Path("/{id}/snooze")
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public TaskView snooze(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid TaskRequests.Snooze request) {
        seen(id);
        return view(tasks.snooze(id, ifMatch, request.until()));
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public TaskView cancel(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid TaskRequests.Cancel request) {
        seen(id);
        return view(tasks.cancel(id, ifMatch, request.reason(), person.author()));
    }

    /** Gives the task to another member, or moves its day. */
    @POST
    @Path("/{id}/assign")
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public TaskView assign(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid TaskRequests.Assign request) {
        seen(id);
        return view(tasks.assign(id, ifMatch, request.ownerMemberId(), request.dueOn()));
    }

    /** Oldest first. */
    @GET
    @Path("/{id}/comments")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "admin"})
    public List<CommentView> comments(@PathParam("id") UUID id) {
        seen(id);
        return tasks.listComments(id).stream().map(TaskResource::view).toList();
    }

    @POST
    @Path("/{id}/comments")
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public CommentView comment(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid TaskRequests.Comment request) {
        seen(id);
        return idempotency.once(
                key,
                List.of(id, request),
                CommentView.class,
                () -> view(tasks.comment(id, request.body(), person.author())));
    }

    private CsTask seen(UUID id) {
        return desk.get(id, person.visibleOwners());
    }

    private TaskView view(CsTask task) {
        TaskDesk.Today today = desk.today();
        return TaskView.of(task, today.now(), today.day());
    }

    private static CommentView view(TaskComment comment) {
        return new CommentView(
                comment.id(), comment.authorId(), comment.authorName(), comment.body(), comment.writtenAt());
    }
}
