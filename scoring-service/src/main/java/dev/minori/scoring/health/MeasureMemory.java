package dev.minori.scoring.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A measure's value from one score to the next.
 *
 * @param used what counted in the score, null if nothing did
 * @param known the last value that was measured, null if none ever was
 * @param knownAt when it was last known to hold
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeasureMemory(
        @Nullable Double used,
        @Nullable Double known,
        @Nullable Instant knownAt) {}
