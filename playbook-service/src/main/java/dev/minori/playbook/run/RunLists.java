package dev.minori.playbook.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks runs up for lists. */
public interface RunLists {
    /** Newest first, those before the given id. */
    List<RunRow> list(RunFilter filter, @Nullable UUID before, int limit);

    /** How many there are in each state that occurs, by wire name. */
    Map<String, Integer> countByState(RunFilter filter);

    /** How many that go on stand at each step, by the step's id. */
    Map<String, Integer> countByStep(RunFilter filter);

    Optional<RunRow> find(UUID id);
}
