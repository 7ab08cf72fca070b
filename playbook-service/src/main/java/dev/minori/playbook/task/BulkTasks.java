package dev.minori.playbook.task;

import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.playbook.customer.CustomerLookup;
import dev.minori.playbook.person.Author;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does the same to many tasks, in one transaction: what can be done is done, the rest is told apart. */
@ApplicationScoped
public class BulkTasks {
    /** As many as a page shows. */
    public static final int MOST = 200;

    private final Tasks tasks;
    private final TaskStore store;
    private final CustomerLookup customers;
    private final Clock clock;

    BulkTasks(Tasks tasks, TaskStore store, CustomerLookup customers, Clock clock) {
        this.tasks = tasks;
        this.store = store;
        this.customers = customers;
        this.clock = clock;
    }

    /** What is done to each of them. */
    public sealed interface Action {
        record Complete(@Nullable String outcome) implements Action {}

        record Snooze(Instant until) implements Action {}

        record Cancel(String reason) implements Action {}

        /** What is null stays as it is. */
        record Assign(
                @Nullable UUID ownerMemberId,
                @Nullable LocalDate dueOn,
                @Nullable TaskPriority priority) implements Action {}
    }

    /** What became of one. */
    public enum Outcome {
        DONE,
        /** There is none, or the caller may not see it. */
        NOT_FOUND,
        /** It has ended, or it is a question, which only an answer completes. */
        CONFLICT
    }

    /**
     * Does it to each of the tasks.
     *
     * @param visibleOwners only tasks of customers of these CSMs; null for all
     * @throws ProblemException conflict if tasks are to be snoozed until a time that is over
     */
    @Transactional
    public Map<UUID, Outcome> apply(List<UUID> ids, Action action, Author author, @Nullable List<UUID> visibleOwners) {
        if (action instanceof Action.Snooze(Instant until) && !until.isAfter(clock.instant())) {
            throw new ProblemException(
                    KitProblem.CONFLICT, new Wording("スヌーズは未来の日時までです。", "A task is snoozed until a time to come."));
        }
        Map<UUID, Outcome> outcomes = new HashMap<>();
        // Always in the same order, so that two people who do this at once wait for each other and do not lock up.
        for (UUID id : ids.stream().distinct().sorted(Comparator.naturalOrder()).toList()) {
            outcomes.put(id, apply(id, action, author, visibleOwners));
        }
        return outcomes;
    }

    private Outcome apply(UUID id, Action action, Author author, @Nullable List<UUID> visibleOwners) {
        Optional<CsTask> found = store.lock(id);
        if (found.isEmpty() || !isVisible(found.get(), visibleOwners)) {
            return Outcome.NOT_FOUND;
        }
        CsTask task = found.get();
        boolean wantsAnswer = action instanceof Action.Complete && task.kind() == TaskKind.QUESTION;
        if (!(task.state() instanceof TaskState.Active) || wantsAnswer) {
            return Outcome.CONFLICT;
        }
        switch (action) {
            case Action.Complete(var outcome) -> tasks.complete(id, "*", outcome, author);
            case Action.Snooze(var until) -> tasks.snooze(id, "*", until);
            case Action.Cancel(var reason) -> tasks.cancel(id, "*", reason, author);
            case Action.Assign(var owner, var due, var priority) ->
                tasks.assign(
                        id,
                        "*",
                        owner == null ? task.ownerMemberId() : owner,
                        due == null ? task.dueOn() : due,
                        priority,
                        author);
        }
        return Outcome.DONE;
    }

    private boolean isVisible(CsTask task, @Nullable List<UUID> visibleOwners) {
        return visibleOwners == null
                || !customers
                        .listOwned(Set.of(task.customerId()), visibleOwners)
                        .isEmpty();
    }
}
