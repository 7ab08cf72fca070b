package dev.minori.playbook.task;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks tasks up for lists. */
public interface TaskLists {
    /** In the given order, those behind the given row. */
    List<TaskRow> list(TaskFilter filter, TaskSort sort, @Nullable Behind behind, int limit);

    /** How many there are; counts no further than {@code most}. */
    int count(TaskFilter filter, int most);

    Optional<TaskRow> find(UUID id);

    /** Where a page ended. */
    record Behind(String sortKey, UUID id) {}
}
