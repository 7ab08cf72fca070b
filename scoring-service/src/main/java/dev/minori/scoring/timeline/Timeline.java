package dev.minori.scoring.timeline;

import dev.minori.events.HealthBand;
import dev.minori.events.fact.Dataset;
import dev.minori.scoring.customer.Customers;
import dev.minori.scoring.health.HealthReport;
import dev.minori.scoring.health.StoredScore;
import dev.minori.scoring.history.FactSource;
import dev.minori.scoring.history.FactSource.FactVersion;
import dev.minori.scoring.segment.Stay;
import dev.minori.scoring.segment.StayStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's facts, scores and stays in segments, newest first. Daily usage has its own list. */
@ApplicationScoped
public class Timeline {
    private static final List<Dataset> DATASETS = List.of(
            Dataset.CUSTOMER,
            Dataset.CONTACT,
            Dataset.CONTRACT,
            Dataset.TICKET,
            Dataset.SURVEY_RESPONSE,
            Dataset.MESSAGE);

    private static final Comparator<Entry> NEWEST_FIRST =
            Comparator.comparing(Entry::at).thenComparing(Entry::id).reversed();

    /** Entries of the same instant as the last one of a page: so many are read again to find the next. */
    private static final int TIES = 100;

    private final FactSource facts;
    private final HealthReport health;
    private final StayStore stays;
    private final Customers customers;

    Timeline(FactSource facts, HealthReport health, StayStore stays, Customers customers) {
        this.facts = facts;
        this.health = health;
        this.stays = stays;
        this.customers = customers;
    }

    /** Something that happened with a customer. */
    public sealed interface Entry {
        UUID id();

        /** When it happened; for a fact, since when it is true. */
        Instant at();

        /** A fact as it is known. */
        record FactEntry(
                UUID id,
                Instant at,
                Dataset dataset,
                Instant knownFrom,
                String system,
                String objectName,
                String recordId,
                @Nullable String url,
                Map<String, Object> values)
                implements Entry {
            public FactEntry {
                values = Map.copyOf(values);
            }
        }

        /** A score that differed from the one before. */
        record ScoreEntry(
                UUID id,
                Instant at,
                @Nullable Double points,
                HealthBand band,
                @Nullable Double previousPoints,
                @Nullable HealthBand previousBand)
                implements Entry {}

        /** A stay in a segment began. */
        record StayEntry(
                UUID id,
                Instant at,
                String segmentKey,
                @Nullable String label,
                @Nullable Instant leftAt,
                Map<String, String> evidence)
                implements Entry {
            public StayEntry {
                evidence = Map.copyOf(evidence);
            }
        }
    }

    /** Where a page begins: after this entry. */
    public record Position(Instant at, UUID id) {}

    /**
     * Entries after a position, newest first.
     *
     * @param knownAt facts as they were known then
     */
    @Transactional
    public List<Entry> of(UUID workspaceId, UUID customerId, Position after, Instant knownAt, int limit) {
        customers.get(workspaceId, customerId);
        int fetch = limit + TIES;
        List<Entry> entries = new ArrayList<>();
        for (Dataset dataset : DATASETS) {
            facts.asOf(workspaceId, dataset, customerId, after.at(), knownAt, fetch)
                    .forEach(fact -> entries.add(entry(fact)));
        }
        Instant before = after.at().plusNanos(1000);
        health.scores(workspaceId, customerId, before, fetch).stream()
                .filter(score -> !score.knownFrom().isAfter(knownAt))
                .forEach(score -> entries.add(entry(score)));
        stays.ofCustomer(workspaceId, customerId, before, fetch).forEach(stay -> entries.add(entry(stay)));
        return entries.stream()
                .sorted(NEWEST_FIRST)
                .filter(entry -> entry.at().isBefore(after.at())
                        || (entry.at().equals(after.at()) && entry.id().compareTo(after.id()) < 0))
                .limit(limit)
                .toList();
    }

    private static Entry entry(FactVersion fact) {
        return new Entry.FactEntry(
                fact.factId(),
                fact.validFrom(),
                fact.dataset(),
                fact.knownFrom(),
                fact.system(),
                fact.objectName(),
                fact.sourceRecordId(),
                fact.sourceUrl(),
                fact.values());
    }

    private static Entry entry(StoredScore score) {
        return new Entry.ScoreEntry(
                score.scoreId(),
                score.knownFrom(),
                score.points(),
                score.band(),
                score.previousPoints(),
                score.previousBand());
    }

    private static Entry entry(Stay stay) {
        return new Entry.StayEntry(
                stay.id(), stay.enteredAt(), stay.segmentKey(), stay.label(), stay.leftAt(), stay.evidence());
    }
}
