package dev.minori.playbook.run;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks runs up for lists. */
public interface RunLists {
    /** Newest first, those before the given id. */
    List<RunRow> list(RunFilter filter, @Nullable UUID before, int limit);

    Optional<RunRow> find(UUID id);
}
