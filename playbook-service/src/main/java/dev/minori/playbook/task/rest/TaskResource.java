package dev.minori.playbook.task.rest;

import dev.minori.kit.idempotency.Idempotency;
import dev.minori.kit.paging.CountedPage;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.page.SortedPages;
import dev.minori.playbook.person.Colleagues;
import dev.minori.playbook.person.CurrentPerson;
import dev.minori.playbook.task.BulkTasks;
import dev.minori.playbook.task.CsTask;
import dev.minori.playbook.task.TaskComment;
import dev.minori.playbook.task.TaskDesk;
import dev.minori.playbook.task.TaskFilter;
import dev.minori.playbook.task.TaskKind;
import dev.minori.playbook.task.TaskPriority;
import dev.minori.playbook.task.TaskRow;
import dev.minori.playbook.task.TaskSort;
import dev.minori.playbook.task.Tasks;
import dev.minori.playbook.text.LocalText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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

/** Tasks: work for people about customers. */
@Path("/api/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TaskResource {
    private final Tasks tasks;
    private final TaskDesk desk;
    private final BulkTasks bulk;
    private final SortedPages pages;
    private final Colleagues colleagues;
    private final CurrentPerson person;
    private final Idempotency idempotency;
    private final Cursors cursors;

    TaskResource(
            Tasks tasks,
            TaskDesk desk,
            BulkTasks bulk,
            SortedPages pages,
            Colleagues colleagues,
            CurrentPerson person,
            Idempotency idempotency,
            Cursors cursors) {
        this.tasks = tasks;
        this.desk = desk;
        this.bulk = bulk;
        this.pages = pages;
        this.colleagues = colleagues;
        this.person = person;
        this.idempotency = idempotency;
        this.cursors = cursors;
    }

    /** A remark on a task. */
    record CommentView(UUID id, @Nullable UUID authorId, String authorName, String body, Instant writtenAt) {}

    /** In the order of {@code sort}; with the customer's and the owner's name, and how many there are. */
    @GET
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "admin"})
    public CountedPage<TaskView> list(
            @Valid @BeanParam TaskQuery query,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        TaskDesk.Today today = desk.today();
        TaskSort sort = query.toSort();
        TaskFilter filter = query.toFilter(person, colleagues, today);
        Page<TaskRow> page = pages.page(
                "tasks",
                sort.parameter(),
                query.narrowing(filter.owners()),
                PageRequest.of(limit, cursor),
                (behind, most) -> desk.list(filter, sort, behind, most),
                row -> new SortedPages.Position(row.sortKey(), row.task().id()));
        return CountedPage.of(page, desk.count(filter)).map(row -> TaskView.of(row, today.now(), today.day()));
    }

    @POST
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public TaskView create(@HeaderParam("Idempotency-Key") @Nullable String key, @Valid TaskRequests.Create request) {
        LocalText note = request.note() == null ? null : LocalText.same(request.note());
        TaskPriority priority = request.priority() == null ? TaskPriority.NORMAL : TaskPriority.of(request.priority());
        return idempotency.once(
                key,
                request,
                TaskView.class,
                () -> view(tasks.openByHand(
                        request.customerId(),
                        new Tasks.Work(TaskKind.WORK, priority, LocalText.same(request.title()), note, List.of()),
                        request.ownerMemberId(),
                        request.dueOn(),
                        person.author())));
    }

    /** Does the same to up to 200 tasks; each has its own result, and what can be done is done. */
    @POST
    @Path("/bulk")
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public BulkRequests.Answer bulk(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid BulkRequests.Bulk request) {
        BulkTasks.Action action = request.toAction();
        return idempotency.once(
                key,
                List.of("tasks/bulk", request),
                BulkRequests.Answer.class,
                () -> BulkRequests.Answer.of(
                        request.ids(), bulk.apply(request.ids(), action, person.author(), person.visibleOwners())));
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
        if (seen(id).kind() == TaskKind.QUESTION) {
            throw new ProblemException(
                    KitProblem.CONFLICT, new Wording("質問は、回答すると完了します。", "A question is completed by its answer."));
        }
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

    /** Has an ended or snoozed task done after all. */
    @POST
    @Path("/{id}/reopen")
    @RolesAllowed({"csm", "manager", "cs-ops", "admin"})
    public TaskView reopen(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        seen(id);
        return view(tasks.reopen(id, ifMatch));
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
        return view(tasks.assign(
                id,
                ifMatch,
                request.ownerMemberId(),
                request.dueOn(),
                request.priority() == null ? null : TaskPriority.of(request.priority()),
                person.author()));
    }

    /** Oldest first. */
    @GET
    @Path("/{id}/comments")
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "admin"})
    public Page<CommentView> comments(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        seen(id);
        CursorScope scope = CursorScope.of(WorkspaceContext.current(), "task-comments", "id", id.toString());
        return cursors.page(
                        scope,
                        PageRequest.of(limit, cursor),
                        (behind, rows) -> tasks.listComments(id, behind == null ? null : UUID.fromString(behind), rows),
                        comment -> comment.id().toString())
                .map(TaskResource::view);
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
        return TaskView.of(desk.row(task.id()), today.now(), today.day());
    }

    private static CommentView view(TaskComment comment) {
        return new CommentView(
                comment.id(), comment.authorId(), comment.authorName(), comment.body(), comment.writtenAt());
    }
}
