package dev.minori.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to hand a delivery over.
 *
 * @param handoverAt from when the other side could take it; null if it never came so far
 * @param endedAt null while it is under way
 * @param outcome null while it is under way
 * @param code the other side's reply, null if there was none
 */
public record Attempt(
        int number,
        Instant startedAt,
        @Nullable Instant handoverAt,
        @Nullable Instant endedAt,
        @Nullable Outcome outcome,
        @Nullable Integer code,
        @Nullable String response) {

    /** How an attempt ended. */
    public enum Outcome {
        ACCEPTED,
        DEFERRED,
        REFUSED,
        /** Handed over, and no answer is known. */
        UNKNOWN,
        /** Its process ended before anything was handed over. */
        INTERRUPTED
    }
}
