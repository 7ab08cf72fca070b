package dev.minori.scoring.health;

import dev.minori.events.HealthEvent.Reason;
import dev.minori.events.Origin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A score that differs from the one before.
 *
 * @param oldestInput since when the least fresh of its inputs is valid
 * @param reasons what moved it most, strongest first
 */
public record NewScore(
        CurrentHealth health,
        Explanation explanation,
        @Nullable Instant oldestInput,
        Origin origin,
        List<Reason> reasons) {
    public NewScore {
        reasons = List.copyOf(reasons);
    }
}
