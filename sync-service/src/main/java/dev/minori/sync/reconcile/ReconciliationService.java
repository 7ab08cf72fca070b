package dev.minori.sync.reconcile;

import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows what comparisons found. */
@ApplicationScoped
public class ReconciliationService {
    private final ReconciliationStore store;

    ReconciliationService(ReconciliationStore store) {
        this.store = store;
    }

    /** What a run found, empty while it has not begun to compare. */
    @Transactional
    public Optional<Reconciliation> find(UUID runId) {
        return store.find(runId);
    }

    /** Newest first, beginning behind the given one. */
    @Transactional
    public List<Reconciliation> list(
            @Nullable UUID mappingId, @Nullable UUID connectionId, @Nullable UUID before, int limit) {
        return store.list(mappingId, connectionId, before, limit);
    }

    /** The problem of asking for one that does not exist. */
    public static ProblemException notFound(UUID id) {
        return ProblemException.notFound(new Wording("突き合わせが見つかりません: " + id, "There is no reconciliation " + id));
    }
}
