package dev.minori.scoring.scorecard;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.minori.events.HealthBand;
import dev.minori.scoring.document.LocalText;
import dev.minori.scoring.document.VersionedDocument;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a customer's health is made of measures: a document that cs-ops writes.
 *
 * @param key for example {@code standard}
 * @param rank where several scorecards exist, the lowest rank applies
 * @param minimumCoverage share of the weight, 0 to 1, below which health is UNKNOWN
 * @param recoveryMargin points above the lower bound of a band from which a customer that fell out of it has recovered
 */
public record Scorecard(
        String key,
        LocalText name,
        int rank,
        double minimumCoverage,
        double recoveryMargin,
        List<Measure> measures,
        List<Band> bands,
        @Nullable List<Cap> caps)
        implements VersionedDocument {

    public Scorecard {
        measures = List.copyOf(measures);
        bands = List.copyOf(bands);
        caps = caps == null ? null : List.copyOf(caps);
    }

    /** The exceptions, if any. */
    public List<Cap> exceptions() {
        return caps == null ? List.of() : caps;
    }

    /** What a measure tells about. */
    public enum Family {
        @JsonProperty("relationship")
        RELATIONSHIP,
        @JsonProperty("usage")
        USAGE,
        @JsonProperty("satisfaction")
        SATISFACTION
    }

    /** Whether more of it is good news. */
    public enum Polarity {
        @JsonProperty("higher-is-better")
        HIGHER_IS_BETTER,
        @JsonProperty("lower-is-better")
        LOWER_IS_BETTER
    }

    /** How a value is shown to a person. */
    public enum Unit {
        @JsonProperty("count")
        COUNT,
        @JsonProperty("days")
        DAYS,
        @JsonProperty("months")
        MONTHS,
        /** Points of a scale such as NPS. */
        @JsonProperty("points")
        POINTS,
        /** A share: 0.25 is 25 %. */
        @JsonProperty("share")
        SHARE,
        /** A relative change: −0.52 is 52 % less. */
        @JsonProperty("change")
        CHANGE
    }

    /** What happens while a measure has no value. */
    public enum MissingPolicy {
        /** The other measures share its weight. */
        @JsonProperty("exclude")
        EXCLUDE,
        /** It counts as the worst value. */
        @JsonProperty("worst")
        WORST,
        /** Its last known value stands for some days, then it is excluded. */
        @JsonProperty("carry-forward")
        CARRY_FORWARD,
        /** The whole score is unknown. */
        @JsonProperty("unknown")
        UNKNOWN
    }

    /**
     * The policy with the days it needs.
     *
     * @param days for CARRY_FORWARD, else null
     */
    public record Missing(MissingPolicy policy, @Nullable Integer days) {}

    /** A value and the points, 0 to 100, it is worth. Between two of them points run in a straight line. */
    public record ScalePoint(double value, double points) {}

    /**
     * One measure.
     *
     * @param key for example {@code active-users-trend}
     * @param value minori-cel that yields a number
     * @param scale by rising value
     * @param weight above 0
     */
    public record Measure(
            String key,
            Family family,
            LocalText label,
            String value,
            Unit unit,
            Polarity polarity,
            List<ScalePoint> scale,
            double weight,
            Missing missing) {
        public Measure {
            scale = List.copyOf(scale);
        }

        /** The points a value is worth; beyond the ends of the scale those of the end. */
        public double normalise(double measured) {
            ScalePoint before = scale.getFirst();
            if (measured <= before.value()) {
                return before.points();
            }
            for (ScalePoint next : scale) {
                if (measured <= next.value()) {
                    double share = next.value() == before.value()
                            ? 1
                            : (measured - before.value()) / (next.value() - before.value());
                    return before.points() + share * (next.points() - before.points());
                }
                before = next;
            }
            return before.points();
        }
    }

    /**
     * Points from {@code from} (inclusive) to {@code to} (exclusive, but 100 inclusive) are this band.
     *
     * @param band GOOD, WATCH or AT_RISK
     */
    public record Band(HealthBand band, double from, double to) {}

    /**
     * An exception: while a measure is worth less than {@code below} points, the score is at most {@code atMost}.
     *
     * @param measure key of the measure
     */
    public record Cap(LocalText name, String measure, double below, double atMost) {}

    /** The band of so many points. */
    public HealthBand bandOf(double points) {
        return bands.stream()
                .filter(band -> points >= band.from() && (points < band.to() || band.to() >= 100))
                .map(Band::band)
                .findFirst()
                .orElse(HealthBand.UNKNOWN);
    }

    /** Where a band begins, in points. */
    public Optional<Double> lowerBound(HealthBand band) {
        return bands.stream()
                .filter(each -> each.band() == band)
                .map(Band::from)
                .findFirst();
    }
}
