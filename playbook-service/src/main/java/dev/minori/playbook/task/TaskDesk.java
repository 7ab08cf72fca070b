package dev.minori.playbook.task;

import dev.minori.playbook.calendar.Calendars;
import dev.minori.playbook.customer.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads tasks for people. */
@ApplicationScoped
public class TaskDesk {
    private final TaskStore store;
    private final Tasks tasks;
    private final Sight sight;
    private final Calendars calendars;
    private final Clock clock;

    TaskDesk(TaskStore store, Tasks tasks, Sight sight, Calendars calendars, Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.sight = sight;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The present, and the workspace's local day. */
    public record Today(Instant now, LocalDate day) {}

    @Transactional
    public Today today() {
        Instant now = clock.instant();
        return new Today(now, calendars.ofWorkspace().dayOf(now));
    }

    /**
     * Throws not-found, also for a task of a customer the reader may not see.
     *
     * @param visibleOwners only customers of these CSMs; null for all
     */
    @Transactional
    public CsTask get(UUID id, @Nullable List<UUID> visibleOwners) {
        CsTask task = tasks.get(id);
        sight.check(task.customerId(), visibleOwners);
        return task;
    }

    /** Newest first, those before the given id. */
    @Transactional
    public List<CsTask> list(TaskFilter filter, @Nullable UUID before, int limit) {
        return store.list(filter, before, limit);
    }
}
