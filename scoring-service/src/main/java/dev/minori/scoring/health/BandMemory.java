package dev.minori.scoring.health;

import dev.minori.events.HealthBand;
import dev.minori.scoring.scorecard.Scorecard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered about a customer's bands from one score to the next, so that a fall is told once and is over only
 * when the customer has clearly recovered.
 *
 * @param lastKnown the last band that was not UNKNOWN
 * @param changedAt when the band last changed
 * @param fellAt when it fell (again) below {@code fellFrom}; null while it has not fallen or has recovered
 * @param fellFrom the band to recover to
 */
public record BandMemory(
        @Nullable HealthBand lastKnown,
        @Nullable Instant changedAt,
        @Nullable Instant fellAt,
        @Nullable HealthBand fellFrom) {

    private static final List<HealthBand> WORSE_AND_WORSE =
            List.of(HealthBand.GOOD, HealthBand.WATCH, HealthBand.AT_RISK);

    /** Nothing is known yet. */
    public static final BandMemory NONE = new BandMemory(null, null, null, null);

    /** The memory after a new score. */
    public BandMemory after(Scorecard card, @Nullable HealthBand previousBand, Score score, Instant now) {
        Instant changed = score.band() == previousBand ? changedAt : now;
        if (score.points() == null) {
            return new BandMemory(lastKnown, changed, fellAt, fellFrom);
        }
        HealthBand band = score.band();
        if (lastKnown != null && isWorse(band, lastKnown)) {
            HealthBand from = fellFrom != null && isWorse(lastKnown, fellFrom) ? fellFrom : lastKnown;
            return new BandMemory(band, changed, now, from);
        }
        if (fellFrom != null && hasRecovered(card, band, score.points(), fellFrom)) {
            return new BandMemory(band, changed, null, null);
        }
        return new BandMemory(band, changed, fellAt, fellFrom);
    }

    private static boolean hasRecovered(Scorecard card, HealthBand band, double points, HealthBand fellFrom) {
        return !isWorse(band, fellFrom) && points >= card.lowerBound(fellFrom).orElse(0.0) + card.recoveryMargin();
    }

    private static boolean isWorse(HealthBand band, HealthBand than) {
        return WORSE_AND_WORSE.indexOf(band) > WORSE_AND_WORSE.indexOf(than);
    }
}
