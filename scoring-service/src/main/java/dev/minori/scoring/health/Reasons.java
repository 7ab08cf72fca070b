package dev.minori.scoring.health;

import dev.minori.events.HealthEvent.Reason;
import dev.minori.scoring.health.ScoreChange.Cause;
import dev.minori.scoring.scorecard.Scorecard;
import dev.minori.scoring.scorecard.Scorecard.Measure;
import dev.minori.scoring.scorecard.Scorecard.Unit;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what moved a score in sentences a customer success manager would use. */
final class Reasons {
    private static final int MOST = 5;

    private Reasons() {}

    /** The measures behind a change, strongest first. */
    static List<Reason> of(
            Scorecard card,
            ScoreChange change,
            Map<String, @Nullable Double> before,
            Map<String, @Nullable Double> after) {
        Map<String, Double> moved = new HashMap<>();
        for (ScoreChange.Part part : change.parts()) {
            if (part.measureKey() != null && part.cause() != Cause.SCORECARD) {
                moved.merge(part.measureKey(), part.delta(), Double::sum);
            }
        }
        return card.measures().stream()
                .filter(measure -> moved.containsKey(measure.key()))
                .map(measure -> reason(
                        measure,
                        before.get(measure.key()),
                        after.get(measure.key()),
                        moved.getOrDefault(measure.key(), 0.0)))
                .sorted(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.pointsDelta())))
                .limit(MOST)
                .toList();
    }

    private static Reason reason(Measure measure, @Nullable Double before, @Nullable Double after, double delta) {
        return new Reason(
                measure.key(), before, after, delta, japanese(measure, before, after), english(measure, before, after));
    }

    private static String japanese(Measure measure, @Nullable Double before, @Nullable Double after) {
        String label = measure.label().ja();
        if (after == null) {
            return label + "が分からなくなりました";
        }
        if (measure.unit() == Unit.CHANGE) {
            return after == 0
                    ? label + "は変わっていません"
                    : label + "が" + number(Math.abs(after) * 100, 0) + "%" + (after < 0 ? "減りました" : "増えました");
        }
        String now = japanese(measure.unit(), after);
        if (before == null) {
            return label + "は" + now + "です";
        }
        String direction = switch (measure.unit()) {
            case DAYS, MONTHS -> "になりました";
            case COUNT -> after < before ? "に減りました" : "に増えました";
            case POINTS, SHARE, CHANGE -> after < before ? "に下がりました" : "に上がりました";
        };
        return label + "が" + japanese(measure.unit(), before) + "から" + now + direction;
    }

    private static String english(Measure measure, @Nullable Double before, @Nullable Double after) {
        String label = measure.label().en();
        if (after == null) {
            return label + " is no longer known";
        }
        if (measure.unit() == Unit.CHANGE) {
            return after == 0
                    ? label + " did not change"
                    : label + (after < 0 ? " fell by " : " rose by ") + number(Math.abs(after) * 100, 0) + "%";
        }
        String now = english(measure.unit(), after);
        if (before == null) {
            return label + " is " + now;
        }
        return label + (after < before ? " fell from " : " rose from ") + english(measure.unit(), before) + " to "
                + now;
    }

    private static String japanese(Unit unit, double value) {
        return switch (unit) {
            case COUNT, POINTS -> number(value, 1);
            case DAYS -> number(value, 0) + "日";
            case MONTHS -> number(value, 0) + "か月";
            case SHARE, CHANGE -> number(value * 100, 0) + "%";
        };
    }

    private static String english(Unit unit, double value) {
        return switch (unit) {
            case COUNT, POINTS -> number(value, 1);
            case DAYS -> number(value, 0) + (Math.abs(value) == 1 ? " day" : " days");
            case MONTHS -> number(value, 0) + (Math.abs(value) == 1 ? " month" : " months");
            case SHARE, CHANGE -> number(value * 100, 0) + "%";
        };
    }

    private static String number(double value, int decimals) {
        String pattern = decimals == 0 ? "#,##0" : "#,##0.#";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
