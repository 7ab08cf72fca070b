package dev.minori.notification.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one attempt to hand a message over. */
public sealed interface SendOutcome {

    /** The other side has taken it and said so. */
    record Accepted(int code, String response) implements SendOutcome {}

    /**
     * The other side has certainly not taken it, and later may go better.
     *
     * @param code its reply, 0 if there was none
     * @param retryAfter how long it asked to wait; null if it did not say
     */
    record Deferred(int code, String reason, @Nullable Duration retryAfter) implements SendOutcome {}

    /**
     * The other side will never take it.
     *
     * @param destinationUnusable whether the place itself is at fault, so that nothing more is sent there
     */
    record Refused(int code, String reason, boolean destinationUnusable) implements SendOutcome {}

    /** It was handed over, and whether it was taken nobody knows: the answer is missing. */
    record Unknown(String reason) implements SendOutcome {}

    /** Another process had taken this delivery over before anything was handed over; nothing was sent. */
    record Withdrawn() implements SendOutcome {}
}
