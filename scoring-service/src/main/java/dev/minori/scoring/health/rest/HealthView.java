package dev.minori.scoring.health.rest;

import dev.minori.events.HealthBand;
import dev.minori.scoring.health.StoredScore;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A health score.
 *
 * @param points 0 to 100, null while the band is UNKNOWN
 * @param coverage share of the measures' weight that could be computed, 0 to 1
 * @param oldestInput since when the least fresh of its inputs is valid
 * @param origin live, or backfill for what was only learned afterwards
 */
public record HealthView(
        UUID scoreId,
        @Nullable Double points,
        HealthBand band,
        @Nullable Double previousPoints,
        @Nullable HealthBand previousBand,
        double coverage,
        @Nullable Instant oldestInput,
        String origin,
        UUID scorecardId,
        int scorecardVersion,
        Instant calculatedAt) {
    static HealthView of(StoredScore score) {
        return new HealthView(
                score.scoreId(),
                score.points(),
                score.band(),
                score.previousPoints(),
                score.previousBand(),
                score.coverage(),
                score.oldestInput(),
                score.origin().name().toLowerCase(Locale.ROOT),
                score.scorecardId(),
                score.scorecardVersion(),
                score.calculatedAt());
    }
}
