package dev.minori.scoring.health;

import dev.minori.events.HealthBand;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest score of a customer with what is remembered for the next.
 *
 * @param measures by measure key
 * @param evaluatedAt when it was last seen to hold
 */
public record CurrentHealth(
        UUID customerId,
        UUID scoreId,
        @Nullable Double points,
        HealthBand band,
        double coverage,
        @Nullable Double previousPoints,
        @Nullable HealthBand previousBand,
        BandMemory memory,
        @Nullable String reasonJa,
        @Nullable String reasonEn,
        Map<String, MeasureMemory> measures,
        UUID scorecardId,
        int scorecardVersion,
        Instant calculatedAt,
        Instant evaluatedAt) {
    public CurrentHealth {
        measures = Map.copyOf(measures);
    }
}
