package dev.minori.playbook.task;

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

    /** Newest first, those before the given id. */
    List<CsTask> list(TaskFilter filter, @Nullable UUID before, int limit);

    void addComment(UUID taskId, TaskComment comment);

    /** Oldest first. */
    List<TaskComment> listComments(UUID taskId);
}
