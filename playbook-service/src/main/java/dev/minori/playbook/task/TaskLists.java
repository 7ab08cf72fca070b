package dev.minori.playbook.task;

import dev.minori.playbook.page.SortedPages.Position;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks tasks up for lists. */
public interface TaskLists {
    /** In the given order, those behind the given row. */
    List<TaskRow> list(TaskFilter filter, TaskSort sort, @Nullable Position behind, int limit);

    /** How many there are; counts no further than {@code most}. */
    int count(TaskFilter filter, int most);

    Optional<TaskRow> find(UUID id);
}
