package dev.minori.scoring.health;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.minori.scoring.scorecard.Scorecard;
import dev.minori.scoring.scorecard.Scorecard.Measure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What moved a score from one value to the next. The parts sum to the change.
 *
 * @param delta points of the score
 */
public record ScoreChange(double delta, List<Part> parts) {
    /** Smaller parts are arithmetic dust. */
    private static final double DUST = 1e-9;

    public ScoreChange {
        parts = List.copyOf(parts);
    }

    /** Why a part of the change happened. */
    public enum Cause {
        /** A measured value changed. */
        @JsonProperty("data")
        DATA,
        /** A value became known or unknown. */
        @JsonProperty("missing-value")
        MISSING_VALUE,
        /** Another version of the scorecard, or another scorecard. */
        @JsonProperty("scorecard")
        SCORECARD,
        /** An exception began, ended or took more or less. */
        @JsonProperty("exception")
        EXCEPTION,
        /** Scores are kept with two decimals. */
        @JsonProperty("rounding")
        ROUNDING
    }

    /**
     * One part.
     *
     * @param measureKey the measure, null where the part belongs to none
     */
    public record Part(Cause cause, @Nullable String measureKey, double delta) {}

    /**
     * Splits the change between two scores with points, step by step: first the old values under the new scorecard, then
     * each value that appeared or vanished, then the values that changed.
     */
    public static ScoreChange between(
            Scorecard oldCard,
            Map<String, @Nullable Double> oldValues,
            Scorecard card,
            Map<String, @Nullable Double> values) {
        Score before = Score.of(oldCard, oldValues);
        Score after = Score.of(card, values);
        if (before.points() == null || after.points() == null) {
            return new ScoreChange(0, List.of());
        }
        List<Part> parts = new ArrayList<>();
        double start = sum(before);
        Map<String, @Nullable Double> walked = new HashMap<>(oldValues);
        double reached = sum(Score.of(card, walked));
        add(parts, Cause.SCORECARD, null, reached - start);
        for (Measure measure : card.measures()) {
            Double value = values.get(measure.key());
            if ((value == null) != (walked.get(measure.key()) == null)) {
                walked.put(measure.key(), value);
                double next = sum(Score.of(card, walked));
                add(parts, Cause.MISSING_VALUE, measure.key(), next - reached);
                reached = next;
            }
        }
        for (Measure measure : card.measures()) {
            Double value = values.get(measure.key());
            if (!Objects.equals(value, walked.get(measure.key()))) {
                walked.put(measure.key(), value);
                double next = sum(Score.of(card, walked));
                add(parts, Cause.DATA, measure.key(), next - reached);
                reached = next;
            }
        }
        add(parts, Cause.EXCEPTION, null, taken(before) - taken(after));
        double delta = after.points() - before.points();
        double told = parts.stream().mapToDouble(Part::delta).sum();
        add(parts, Cause.ROUNDING, null, delta - told);
        return new ScoreChange(delta, parts);
    }

    private static double sum(Score score) {
        return score.parts().stream().mapToDouble(Score.Part::contribution).sum();
    }

    private static double taken(Score score) {
        return score.caps().stream().mapToDouble(Score.CapEffect::taken).sum();
    }

    private static void add(List<Part> parts, Cause cause, @Nullable String measureKey, double delta) {
        if (Math.abs(delta) > DUST) {
            parts.add(new Part(cause, measureKey, delta));
        }
    }
}
