package dev.minori.playbook.task;

import dev.minori.events.MessageKey;
import dev.minori.events.PlaybookEvent;
import dev.minori.events.PlaybookEvent.TaskCompleted;
import dev.minori.events.PlaybookEvent.TaskOpened;
import dev.minori.kit.etag.Versions;
import dev.minori.kit.id.Ids;
import dev.minori.kit.outbox.Outbox;
import dev.minori.kit.outbox.OutboxMessage;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.calendar.Calendars;
import dev.minori.playbook.customer.CustomerProfile;
import dev.minori.playbook.customer.CustomerStore;
import dev.minori.playbook.person.Author;
import dev.minori.playbook.text.LocalText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens tasks and moves them. */
@ApplicationScoped
public class Tasks {
    private final TaskStore store;
    private final CustomerStore customers;
    private final Calendars calendars;
    private final TaskHandover handover;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Tasks(
            TaskStore store,
            CustomerStore customers,
            Calendars calendars,
            TaskHandover handover,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.customers = customers;
        this.calendars = calendars;
        this.handover = handover;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a task says. */
    public record Work(
            TaskKind kind,
            TaskPriority priority,
            LocalText title,
            @Nullable LocalText note,
            List<UUID> quotedFactIds) {
        /** Something to be done, neither urgent nor idle. */
        public Work(LocalText title, @Nullable LocalText note, List<UUID> quotedFactIds) {
            this(TaskKind.WORK, TaskPriority.NORMAL, title, note, quotedFactIds);
        }
    }

    /**
     * Opens a task for the customer's CSM, in the current transaction. A playbook step gets one task, however often it
     * asks.
     *
     * @param dueInBusinessDays counted from today in the workspace's calendar
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public CsTask openForOwner(UUID customerId, Work work, int dueInBusinessDays, TaskOrigin origin) {
        Instant now = clock.instant();
        var calendar = calendars.ofWorkspace();
        LocalDate due = calendar.addBusinessDays(calendar.dayOf(now), dueInBusinessDays);
        UUID owner =
                customers.find(customerId).map(CustomerProfile::ownerMemberId).orElse(null);
        return open(customerId, work, owner, due, origin);
    }

    /** Opens a task as a person wrote it; without an owner it goes to the customer's CSM. Throws not-found. */
    @Transactional
    public CsTask openByHand(UUID customerId, Work work, @Nullable UUID owner, @Nullable LocalDate due, Author author) {
        CustomerProfile customer = customers
                .find(customerId)
                .orElseThrow(() -> ProblemException.notFound(
                        new Wording("顧客「%s」はありません。".formatted(customerId), "There is no customer " + customerId)));
        return open(
                customerId,
                work,
                owner == null ? customer.ownerMemberId() : owner,
                due,
                new TaskOrigin.Person(author.memberId()));
    }

    private CsTask open(UUID customerId, Work work, @Nullable UUID owner, @Nullable LocalDate due, TaskOrigin origin) {
        CsTask task = new CsTask(
                ids.next(),
                customerId,
                work.kind(),
                work.priority(),
                work.title(),
                work.note(),
                owner,
                due,
                new TaskState.Open(),
                origin,
                work.quotedFactIds(),
                clock.instant(),
                1);
        if (!store.insert(task)) {
            return switch (origin) {
                case TaskOrigin.FromStep(UUID runId, String stepId) ->
                    store.findOfStep(runId, stepId).orElseThrow();
                case TaskOrigin.FromAlert _, TaskOrigin.Person _ ->
                    throw new IllegalStateException("a new id was taken: " + task.id());
            };
        }
        publish(customerId, opened(task));
        return task;
    }

    /** Throws not-found. */
    @Transactional
    public CsTask get(UUID id) {
        return store.find(id).orElseThrow(() -> unknown(id));
    }

    /** Throws not-found. */
    @Transactional
    public List<TaskComment> listComments(UUID id, @Nullable UUID behind, int limit) {
        get(id);
        return store.listComments(id, behind, limit);
    }

    /** Throws not-found, stale-version, conflict unless the task is active. */
    @Transactional
    public CsTask complete(UUID id, @Nullable String ifMatch, @Nullable String outcome, Author author) {
        CsTask task = lock(id, ifMatch);
        Instant now = clock.instant();
        CsTask done = save(task.with(active(task).complete(now, author.memberId(), outcome)));
        publish(task.customerId(), new TaskCompleted(task.customerId(), id, author.memberId(), now));
        return done;
    }

    /** Throws not-found, stale-version, conflict unless the task is active and the time is to come. */
    @Transactional
    public CsTask snooze(UUID id, @Nullable String ifMatch, Instant until) {
        CsTask task = lock(id, ifMatch);
        if (!until.isAfter(clock.instant())) {
            throw new ProblemException(
                    KitProblem.CONFLICT, new Wording("スヌーズは未来の日時までです。", "A task is snoozed until a time to come."));
        }
        return save(task.with(active(task).snooze(until)));
    }

    /** Throws not-found, stale-version, conflict unless the task is active. */
    @Transactional
    public CsTask cancel(UUID id, @Nullable String ifMatch, String reason, Author author) {
        CsTask task = lock(id, ifMatch);
        return save(task.with(active(task).cancel(clock.instant(), author.memberId(), reason)));
    }

    /**
     * Has an ended or snoozed task done after all. Throws not-found, stale-version, conflict if it is to be done anyway, or
     * is a question that was answered.
     */
    @Transactional
    public CsTask reopen(UUID id, @Nullable String ifMatch) {
        CsTask task = lock(id, ifMatch);
        if (task.state() instanceof TaskState.Open) {
            throw new ProblemException(KitProblem.CONFLICT, new Wording("このタスクは未完了です。", "The task is open."));
        }
        if (task.kind() == TaskKind.QUESTION && task.state() instanceof TaskState.Completed) {
            throw new ProblemException(
                    KitProblem.CONFLICT,
                    new Wording("回答済みの質問は再開できません。新しく質問してください。", "An answered question stays answered; ask again."));
        }
        boolean ended = !(task.state() instanceof TaskState.Active);
        CsTask reopened = save(task.with(new TaskState.Open()));
        if (ended) {
            publish(task.customerId(), opened(reopened));
        }
        return reopened;
    }

    /**
     * Gives the task to another member, moves its day, or makes it more or less urgent. Throws not-found,
     * stale-version, conflict unless active.
     *
     * @param priority null to leave it
     */
    @Transactional
    public CsTask assign(
            UUID id,
            @Nullable String ifMatch,
            @Nullable UUID owner,
            @Nullable LocalDate due,
            @Nullable TaskPriority priority,
            Author author) {
        CsTask task = lock(id, ifMatch);
        active(task);
        CsTask changed = task.with(owner, due);
        CsTask saved = save(priority == null ? changed : changed.with(priority));
        if (owner != null && !owner.equals(task.ownerMemberId()) && !owner.equals(author.memberId())) {
            handover.assigned(saved);
        }
        return saved;
    }

    /** Adds a remark; that is possible in every state and changes no version. Throws not-found. */
    @Transactional
    public TaskComment comment(UUID id, String body, Author author) {
        get(id);
        TaskComment comment = new TaskComment(ids.next(), author.memberId(), author.name(), body, clock.instant());
        store.addComment(id, comment);
        return comment;
    }

    private CsTask lock(UUID id, @Nullable String ifMatch) {
        CsTask task = store.lock(id).orElseThrow(() -> unknown(id));
        Versions.require(ifMatch, task.revision());
        return task;
    }

    private CsTask save(CsTask task) {
        store.update(task);
        return task;
    }

    private static TaskState.Active active(CsTask task) {
        return switch (task.state()) {
            case TaskState.Active active -> active;
            case TaskState.Completed _, TaskState.Cancelled _ ->
                throw new ProblemException(
                        KitProblem.CONFLICT,
                        new Wording(
                                "このタスクは終了しています。",
                                "This task has ended: " + task.state().wireName() + "."));
        };
    }

    private static TaskOpened opened(CsTask task) {
        UUID runId = task.origin() instanceof TaskOrigin.FromStep step ? step.runId() : null;
        return new TaskOpened(
                task.customerId(), task.id(), task.ownerMemberId(), task.title().ja(), task.dueOn(), runId);
    }

    private void publish(UUID customerId, PlaybookEvent event) {
        outbox.publish(OutboxMessage.live(MessageKey.customer(WorkspaceContext.current(), customerId), event));
    }

    static ProblemException unknown(UUID id) {
        return ProblemException.notFound(new Wording("タスク「%s」はありません。".formatted(id), "There is no task " + id + "."));
    }
}
