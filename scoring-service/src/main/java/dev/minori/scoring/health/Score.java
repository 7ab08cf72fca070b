package dev.minori.scoring.health;

import dev.minori.events.HealthBand;
import dev.minori.scoring.scorecard.Scorecard;
import dev.minori.scoring.scorecard.Scorecard.Cap;
import dev.minori.scoring.scorecard.Scorecard.Measure;
import dev.minori.scoring.scorecard.Scorecard.MissingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard applied to values: the weighted mean of what each measure is worth.
 *
 * @param points 0 to 100, null while the band is UNKNOWN
 * @param uncapped points before exceptions, null while the band is UNKNOWN
 * @param coverage share of the weight whose measures have a value, 0 to 1
 */
public record Score(
        @Nullable Double points,
        @Nullable Double uncapped,
        HealthBand band,
        double coverage,
        List<Part> parts,
        List<CapEffect> caps) {
    /** Points are kept with two decimals: finer moves are noise. */
    private static final double GRAIN = 100;

    public Score {
        parts = List.copyOf(parts);
        caps = List.copyOf(caps);
    }

    /**
     * What one measure gives to the score.
     *
     * @param value null if unknown
     * @param normalised what the value is worth, 0 to 100; null if it does not count
     * @param effectiveWeight share of the score, 0 to 1, after the others took over the weight of what does not count
     * @param contribution points of the score
     */
    public record Part(
            String measureKey,
            @Nullable Double value,
            @Nullable Double normalised,
            double weight,
            double effectiveWeight,
            double contribution) {}

    /** An exception that held, and the points it took. */
    public record CapEffect(Cap cap, double taken) {}

    /** Applies the scorecard. Measures without an entry have no value. */
    public static Score of(Scorecard card, Map<String, @Nullable Double> values) {
        double all = 0;
        double known = 0;
        double counted = 0;
        boolean unknown = false;
        for (Measure measure : card.measures()) {
            all += measure.weight();
            if (values.get(measure.key()) != null) {
                known += measure.weight();
                counted += measure.weight();
            } else if (measure.missing().policy() == MissingPolicy.WORST) {
                counted += measure.weight();
            } else if (measure.missing().policy() == MissingPolicy.UNKNOWN) {
                unknown = true;
            }
        }
        double coverage = known / all;
        List<Part> parts = new ArrayList<>();
        double points = 0;
        for (Measure measure : card.measures()) {
            Part part = part(measure, values.get(measure.key()), counted);
            parts.add(part);
            points += part.contribution();
        }
        if (unknown || known == 0 || coverage < card.minimumCoverage()) {
            return new Score(null, null, HealthBand.UNKNOWN, coverage, parts, List.of());
        }
        List<CapEffect> caps = new ArrayList<>();
        double capped = points;
        for (Cap cap : card.exceptions()) {
            boolean holds = parts.stream()
                    .anyMatch(part -> part.measureKey().equals(cap.measure())
                            && part.normalised() != null
                            && part.normalised() < cap.below());
            if (holds && capped > cap.atMost()) {
                caps.add(new CapEffect(cap, capped - cap.atMost()));
                capped = cap.atMost();
            }
        }
        double rounded = Math.round(capped * GRAIN) / GRAIN;
        return new Score(rounded, points, card.bandOf(rounded), coverage, parts, caps);
    }

    private static Part part(Measure measure, @Nullable Double value, double counted) {
        Double normalised = value == null
                ? measure.missing().policy() == MissingPolicy.WORST ? Double.valueOf(0) : null
                : Double.valueOf(measure.normalise(value));
        if (normalised == null || counted == 0) {
            return new Part(measure.key(), value, null, measure.weight(), 0, 0);
        }
        double share = measure.weight() / counted;
        return new Part(measure.key(), value, normalised, measure.weight(), share, share * normalised);
    }
}
