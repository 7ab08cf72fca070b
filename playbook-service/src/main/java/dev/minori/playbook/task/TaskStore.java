package dev.minori.playbook.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where tasks are kept. */
public interface TaskStore {
    /** Keeps a new task; false if its playbook step has one already. */
    boolean insert(CsTask task);

    Optional<CsTask> find(UUID id);

    /** Like find, and keeps others from changing it until the transaction ends. */
    Optional<CsTask> lock(UUID id);

    void update(CsTask task);

    /** The task a playbook step opened. */
    Optional<CsTask> findOfStep(UUID runId, String stepId);

    /**
     * Active tasks with an owner, due in {@code [from, before)} and written before a time, whose owner was not reminded of
     * this due day yet; the earliest due first. Rows that somebody else holds are left out, the others are held.
     */
    List<CsTask> lockUnreminded(LocalDate from, LocalDate before, Instant writtenBefore, Instant now, int limit);

    /** Notes that the owner was reminded of the task's due day. */
    void noteReminder(CsTask task);

    void addComment(UUID taskId, TaskComment comment);

    /** Oldest first. */
    List<TaskComment> listComments(UUID taskId, @Nullable UUID behind, int limit);
}
