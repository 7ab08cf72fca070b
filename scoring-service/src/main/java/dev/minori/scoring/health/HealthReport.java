package dev.minori.scoring.health;

import dev.minori.events.fact.Dataset;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.scoring.customer.Customers;
import dev.minori.scoring.health.Explanation.InputExplanation;
import dev.minori.scoring.health.Explanation.MeasureExplanation;
import dev.minori.scoring.history.FactSource;
import dev.minori.scoring.history.FactSource.FactVersion;
import dev.minori.scoring.history.FactSource.VersionRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's health and why, for people: down to the source records. */
@ApplicationScoped
@Transactional
public class HealthReport {
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final HealthStore store;
    private final FactSource facts;
    private final Customers customers;

    HealthReport(HealthStore store, FactSource facts, Customers customers) {
        this.store = store;
        this.facts = facts;
        this.customers = customers;
    }

    /**
     * A score and the source records behind it.
     *
     * @param records the sampled facts in the versions the score was computed from
     */
    public record Explained(StoredScore score, List<FactVersion> records) {
        public Explained {
            records = List.copyOf(records);
        }
    }

    /**
     * The score as it was known at a time.
     *
     * @param knownAt database time; the newest if null
     * @throws ProblemException not-found for a customer that is hidden or had no score by then
     */
    public StoredScore score(UUID workspaceId, UUID customerId, @Nullable Instant knownAt) {
        customers.get(workspaceId, customerId);
        return store.explained(workspaceId, customerId, knownAt == null ? LATEST : knownAt)
                .orElseThrow(() ->
                        ProblemException.notFound(new Wording("ヘルススコアはまだありません。", "There is no health score yet.")));
    }

    /** The score with the records its numbers came from, as they were when it was computed. */
    public Explained explain(UUID workspaceId, UUID customerId, @Nullable Instant knownAt) {
        StoredScore score = score(workspaceId, customerId, knownAt);
        Map<Dataset, Set<VersionRef>> wanted = new EnumMap<>(Dataset.class);
        for (MeasureExplanation measure : score.explanation().measures()) {
            for (InputExplanation input : measure.inputs()) {
                input.sample()
                        .forEach(fact -> wanted.computeIfAbsent(input.dataset(), _ -> new HashSet<>())
                                .add(new VersionRef(fact.factId(), fact.version())));
            }
        }
        List<FactVersion> records = new ArrayList<>();
        wanted.forEach((dataset, refs) -> records.addAll(facts.versions(workspaceId, dataset, refs)));
        return new Explained(score, records);
    }

    /** Scores of a customer that were known before a time, newest first. */
    public List<StoredScore> scores(UUID workspaceId, UUID customerId, @Nullable Instant before, int limit) {
        customers.get(workspaceId, customerId);
        return store.list(workspaceId, customerId, before == null ? LATEST : before, limit);
    }
}
