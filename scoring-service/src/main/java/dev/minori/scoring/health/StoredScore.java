package dev.minori.scoring.health;

import dev.minori.events.HealthBand;
import dev.minori.events.Origin;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A score as it was kept. */
public record StoredScore(
        UUID customerId,
        UUID scoreId,
        @Nullable Double points,
        HealthBand band,
        @Nullable Double previousPoints,
        @Nullable HealthBand previousBand,
        double coverage,
        @Nullable Instant oldestInput,
        Origin origin,
        UUID scorecardId,
        int scorecardVersion,
        Instant calculatedAt,
        Instant knownFrom,
        Explanation explanation) {}
