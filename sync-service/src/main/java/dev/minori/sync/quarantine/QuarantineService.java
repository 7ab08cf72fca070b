package dev.minori.sync.quarantine;

import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows quarantined rows. */
@ApplicationScoped
public class QuarantineService {
    private final QuarantineStore store;

    QuarantineService(QuarantineStore store) {
        this.store = store;
    }

    @Transactional
    public List<QuarantineEntry> list(QuarantineStore.Filter filter, @Nullable UUID after, int limit) {
        return store.list(filter, after, limit);
    }

    @Transactional
    public QuarantineEntry get(UUID id) {
        return store.find(id)
                .orElseThrow(() -> ProblemException.notFound(
                        new Wording("取り込みエラーが見つかりません: " + id, "There is no quarantined row " + id)));
    }
}
