package dev.minori.scoring.health.rest;

import dev.minori.events.fact.Dataset;
import dev.minori.scoring.document.LocalText;
import dev.minori.scoring.expression.FactRef;
import dev.minori.scoring.health.Explanation;
import dev.minori.scoring.health.Explanation.CapExplanation;
import dev.minori.scoring.health.Explanation.InputExplanation;
import dev.minori.scoring.health.Explanation.MeasureExplanation;
import dev.minori.scoring.health.HealthReport.Explained;
import dev.minori.scoring.health.ScoreChange;
import dev.minori.scoring.history.FactSource.FactVersion;
import dev.minori.scoring.scorecard.Scorecard.Family;
import dev.minori.scoring.scorecard.Scorecard.MissingPolicy;
import dev.minori.scoring.scorecard.Scorecard.Unit;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a score is what it is: measure → value → what it is worth → the facts → their source records. */
public record ExplanationView(
        HealthView score,
        List<Measure> measures,
        List<CapExplanation> exceptions,
        @Nullable ScoreChange change) {
    public ExplanationView {
        measures = List.copyOf(measures);
        exceptions = List.copyOf(exceptions);
    }

    /** One measure's part of the score. */
    public record Measure(
            String key,
            Family family,
            LocalText label,
            Unit unit,
            String formula,
            @Nullable Double value,
            @Nullable Instant carriedFrom,
            @Nullable MissingPolicy missing,
            @Nullable Double normalised,
            double weight,
            double effectiveWeight,
            double contribution,
            List<Input> inputs) {
        public Measure {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * Facts that went into a value.
     *
     * @param fields what was read of each fact
     * @param count how many facts went in; {@code records} shows the newest of them
     */
    public record Input(
            Dataset dataset, String aggregate, String fields, LocalText text, long count, List<Fact> records) {
        public Input {
            records = List.copyOf(records);
        }
    }

    /**
     * A fact in the version the score was computed from.
     *
     * @param source null if the version is no longer kept
     */
    public record Fact(UUID factId, long version, @Nullable Source source) {}

    /** The record in its system and its values as they were mapped. */
    public record Source(
            String system,
            String objectName,
            String recordId,
            @Nullable String url,
            UUID mappingId,
            int mappingVersion,
            Instant validFrom,
            Instant knownFrom,
            Map<String, Object> values) {
        public Source {
            values = Map.copyOf(values);
        }
    }

    static ExplanationView of(Explained explained) {
        Map<FactRef, FactVersion> records = new HashMap<>();
        explained.records().forEach(record -> records.put(new FactRef(record.factId(), record.version()), record));
        Explanation explanation = explained.score().explanation();
        return new ExplanationView(
                HealthView.of(explained.score()),
                explanation.measures().stream()
                        .map(measure -> measure(measure, records))
                        .toList(),
                explanation.exceptions(),
                explanation.change());
    }

    private static Measure measure(MeasureExplanation measure, Map<FactRef, FactVersion> records) {
        return new Measure(
                measure.key(),
                measure.family(),
                measure.label(),
                measure.unit(),
                measure.formula(),
                measure.value(),
                measure.carriedFrom(),
                measure.missing(),
                measure.normalised(),
                measure.weight(),
                measure.effectiveWeight(),
                measure.contribution(),
                measure.inputs().stream().map(input -> input(input, records)).toList());
    }

    private static Input input(InputExplanation input, Map<FactRef, FactVersion> records) {
        return new Input(
                input.dataset(),
                input.aggregate(),
                input.field(),
                input.text(),
                input.count(),
                input.sample().stream()
                        .map(fact -> new Fact(fact.factId(), fact.version(), source(records.get(fact))))
                        .toList());
    }

    private static @Nullable Source source(@Nullable FactVersion record) {
        return record == null
                ? null
                : new Source(
                        record.system(),
                        record.objectName(),
                        record.sourceRecordId(),
                        record.sourceUrl(),
                        record.mappingId(),
                        record.mappingVersion(),
                        record.validFrom(),
                        record.knownFrom(),
                        record.values());
    }
}
