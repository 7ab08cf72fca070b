package dev.minori.sync.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what comparisons found. Needs a transaction. */
public interface ReconciliationStore {
    /** Adds it or changes it. */
    void save(Reconciliation reconciliation);

    Optional<Reconciliation> find(UUID runId);

    /** Newest first, beginning behind the given one. */
    List<Reconciliation> list(@Nullable UUID mappingId, @Nullable UUID connectionId, @Nullable UUID before, int limit);
}
