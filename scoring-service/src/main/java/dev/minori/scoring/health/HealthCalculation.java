package dev.minori.scoring.health;

import dev.minori.events.HealthEvent.Reason;
import dev.minori.events.Origin;
import dev.minori.kit.id.Ids;
import dev.minori.scoring.document.ActiveDocument;
import dev.minori.scoring.document.LocalText;
import dev.minori.scoring.expression.Input;
import dev.minori.scoring.expression.SetRow;
import dev.minori.scoring.scorecard.Scorecard;
import dev.minori.scoring.scorecard.Scorecard.Measure;
import dev.minori.scoring.scorecard.Scorecard.MissingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a customer's score from what its measures measured. Without any technology, so that rules can be tested alone. */
final class HealthCalculation {
    private static final double SAME = 1e-9;

    private final Ids ids;
    private final ActiveDocument<Scorecard> active;
    private final Map<VersionKey, Scorecard> older;
    private final Instant now;

    /** @param older earlier scorecards by which the previous scores were made */
    HealthCalculation(Ids ids, ActiveDocument<Scorecard> active, Map<VersionKey, Scorecard> older, Instant now) {
        this.ids = ids;
        this.active = active;
        this.older = Map.copyOf(older);
        this.now = now;
    }

    /** A version of a scorecard. */
    record VersionKey(UUID scorecardId, int version) {}

    /**
     * The new score, empty if it does not differ from the one before. Equal points are not enough: a measure may move where
     * its scale is flat, and the explanation must not go on showing what it was.
     */
    Optional<NewScore> next(SetRow row, @Nullable CurrentHealth previous, Origin origin) {
        Scorecard card = active.document();
        Map<String, MeasureMemory> measures = new HashMap<>();
        Map<String, @Nullable Double> used = new HashMap<>();
        for (int i = 0; i < card.measures().size(); i++) {
            Measure measure = card.measures().get(i);
            MeasureMemory memory = memory(measure, row.values().get(i).number(), previous);
            measures.put(measure.key(), memory);
            used.put(measure.key(), memory.used());
        }
        Score score = Score.of(card, used);
        if (previous != null && isSame(previous, score) && isMadeOfTheSame(previous, used)) {
            return Optional.empty();
        }
        ScoreChange change = null;
        List<Reason> reasons = List.of();
        if (previous != null) {
            Map<String, @Nullable Double> before = new HashMap<>();
            previous.measures().forEach((key, memory) -> before.put(key, memory.used()));
            Scorecard oldCard =
                    older.getOrDefault(new VersionKey(previous.scorecardId(), previous.scorecardVersion()), card);
            change = ScoreChange.between(oldCard, before, card, used);
            reasons = Reasons.of(card, change, before, used);
        }
        return Optional.of(new NewScore(
                health(row.customerId(), previous, score, measures, reasons),
                explanation(row, score, measures, previous, change),
                oldest(row),
                origin,
                reasons));
    }

    private CurrentHealth health(
            UUID customerId,
            @Nullable CurrentHealth previous,
            Score score,
            Map<String, MeasureMemory> measures,
            List<Reason> reasons) {
        BandMemory memory = previous == null ? BandMemory.NONE : previous.memory();
        Reason strongest = reasons.isEmpty() ? null : reasons.getFirst();
        // What did not move keeps the reason of its last move.
        CurrentHealth still =
                previous != null && strongest == null && isSame(previous.points(), score.points()) ? previous : null;
        return new CurrentHealth(
                customerId,
                ids.next(),
                score.points(),
                score.band(),
                score.coverage(),
                previous == null ? null : previous.points(),
                previous == null ? null : previous.band(),
                memory.after(active.document(), previous == null ? null : previous.band(), score, now),
                still != null ? still.reasonJa() : strongest == null ? null : strongest.textJa(),
                still != null ? still.reasonEn() : strongest == null ? null : strongest.textEn(),
                measures,
                active.id(),
                active.version(),
                now,
                now);
    }

    private MeasureMemory memory(Measure measure, @Nullable Double value, @Nullable CurrentHealth previous) {
        if (value != null) {
            return new MeasureMemory(value, value, now);
        }
        MeasureMemory last = previous == null ? null : previous.measures().get(measure.key());
        if (previous == null || last == null || last.known() == null || last.knownAt() == null) {
            return new MeasureMemory(null, null, null);
        }
        // While a value was in the last score unaltered, it was known for as long as that score was seen to hold.
        Instant knownAt = last.known().equals(last.used()) && last.knownAt().equals(previous.calculatedAt())
                ? previous.evaluatedAt()
                : last.knownAt();
        Integer days = measure.missing().days();
        boolean carried = measure.missing().policy() == MissingPolicy.CARRY_FORWARD
                && days != null
                && Duration.between(knownAt, now).compareTo(Duration.ofDays(days)) <= 0;
        return new MeasureMemory(carried ? last.known() : null, last.known(), knownAt);
    }

    private boolean isSame(CurrentHealth previous, Score score) {
        return isSame(previous.points(), score.points())
                && previous.band() == score.band()
                && Math.abs(previous.coverage() - score.coverage()) < SAME
                && previous.scorecardId().equals(active.id())
                && previous.scorecardVersion() == active.version();
    }

    private static boolean isMadeOfTheSame(CurrentHealth previous, Map<String, @Nullable Double> used) {
        return used.entrySet().stream().allMatch(measure -> {
            MeasureMemory before = previous.measures().get(measure.getKey());
            return isSame(before == null ? null : before.used(), measure.getValue());
        });
    }

    private static boolean isSame(@Nullable Double one, @Nullable Double other) {
        if (one == null || other == null) {
            return Objects.equals(one, other);
        }
        return Math.abs(one - other) < SAME;
    }

    private Explanation explanation(
            SetRow row,
            Score score,
            Map<String, MeasureMemory> measures,
            @Nullable CurrentHealth previous,
            @Nullable ScoreChange change) {
        List<Explanation.MeasureExplanation> explained = new ArrayList<>();
        for (int i = 0; i < active.document().measures().size(); i++) {
            Measure measure = active.document().measures().get(i);
            Score.Part part = score.parts().get(i);
            MeasureMemory memory = Objects.requireNonNull(measures.get(measure.key()));
            boolean carried = memory.used() != null && !now.equals(memory.knownAt());
            explained.add(new Explanation.MeasureExplanation(
                    measure.key(),
                    measure.family(),
                    measure.label(),
                    measure.unit(),
                    measure.value(),
                    part.value(),
                    carried ? memory.knownAt() : null,
                    part.value() == null ? measure.missing().policy() : null,
                    part.normalised(),
                    part.weight(),
                    part.effectiveWeight(),
                    part.contribution(),
                    row.values().get(i).inputs().stream()
                            .map(HealthCalculation::input)
                            .toList()));
        }
        return new Explanation(
                explained,
                score.caps().stream()
                        .map(effect -> new Explanation.CapExplanation(
                                effect.cap().name(),
                                effect.cap().measure(),
                                effect.cap().atMost(),
                                effect.taken()))
                        .toList(),
                previous == null ? null : previous.scoreId(),
                change);
    }

    private static Explanation.InputExplanation input(Input input) {
        return new Explanation.InputExplanation(
                input.dataset(),
                input.aggregate(),
                input.field(),
                new LocalText(input.japanese(), input.english()),
                input.count(),
                input.sample());
    }

    /** The least fresh input: for each look over records its newest fact, of those the oldest. */
    private static @Nullable Instant oldest(SetRow row) {
        Instant oldest = null;
        for (SetRow.Value value : row.values()) {
            for (Input input : value.inputs()) {
                Instant newest = input.newest();
                if (newest != null && (oldest == null || newest.isBefore(oldest))) {
                    oldest = newest;
                }
            }
        }
        return oldest;
    }
}
