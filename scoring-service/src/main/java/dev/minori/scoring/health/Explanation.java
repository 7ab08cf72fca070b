package dev.minori.scoring.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.minori.events.fact.Dataset;
import dev.minori.scoring.document.LocalText;
import dev.minori.scoring.expression.FactRef;
import dev.minori.scoring.scorecard.Scorecard.Family;
import dev.minori.scoring.scorecard.Scorecard.MissingPolicy;
import dev.minori.scoring.scorecard.Scorecard.Unit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a score is what it is: each measure with its value, what that is worth and the versions of the facts it was
 * computed from; and what moved the score since the one before.
 *
 * @param previousScoreId the score the change is told against; null for the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
        List<MeasureExplanation> measures,
        List<CapExplanation> exceptions,
        @Nullable UUID previousScoreId,
        @Nullable ScoreChange change) {
    public Explanation {
        measures = List.copyOf(measures);
        exceptions = List.copyOf(exceptions);
    }

    /**
     * One measure's part.
     *
     * @param formula the minori-cel that was evaluated
     * @param value what counted; null if unknown
     * @param carriedFrom when the value was last known, if it was carried forward
     * @param missing what was done because the value is unknown; null while it is known
     * @param inputs the facts behind the value
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MeasureExplanation(
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
            List<InputExplanation> inputs) {
        public MeasureExplanation {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * Facts that went into a value.
     *
     * @param aggregate what was computed over them
     * @param field the fields that were read
     * @param count how many facts
     * @param sample the newest of them, by id and version
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InputExplanation(
            Dataset dataset, String aggregate, String field, LocalText text, long count, List<FactRef> sample) {
        public InputExplanation {
            sample = List.copyOf(sample);
        }
    }

    /** An exception that held and the points it took. */
    public record CapExplanation(LocalText name, String measure, double atMost, double taken) {}
}
