package dev.minori.playbook.alert;

import dev.minori.playbook.page.SortedPages.Position;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks alerts up for lists. */
public interface AlertLists {
    /** In the given order, those behind the given row. */
    List<AlertRow> list(AlertFilter filter, AlertSort sort, @Nullable Position behind, int limit);

    /** How many there are; counts no further than {@code most}. */
    int count(AlertFilter filter, int most);

    Optional<AlertRow> find(UUID id);
}
