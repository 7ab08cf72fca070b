package dev.minori.playbook.task;

import dev.minori.kit.paging.CountedPage;
import dev.minori.playbook.calendar.Calendars;
import dev.minori.playbook.customer.Sight;
import dev.minori.playbook.page.SortedPages;
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
    private final TaskLists lists;
    private final Tasks tasks;
    private final Sight sight;
    private final Calendars calendars;
    private final Clock clock;

    TaskDesk(TaskLists lists, Tasks tasks, Sight sight, Calendars calendars, Clock clock) {
        this.lists = lists;
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

    /** The task as a list shows it. Throws not-found. */
    @Transactional
    public TaskRow row(UUID id) {
        return lists.find(id).orElseThrow(() -> Tasks.unknown(id));
    }

    /** In the given order, those behind the given row. */
    @Transactional
    public List<TaskRow> list(TaskFilter filter, TaskSort sort, SortedPages.@Nullable Position behind, int limit) {
        return lists.list(filter, sort, behind, limit);
    }

    /** How many there are, counted up to one more than a page tells. */
    @Transactional
    public int count(TaskFilter filter) {
        return lists.count(filter, CountedPage.MOST_COUNTED + 1);
    }
}
