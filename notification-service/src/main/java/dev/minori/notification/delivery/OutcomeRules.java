package dev.minori.notification.delivery;

import dev.minori.notification.channel.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What follows from the outcome of an attempt. */
final class OutcomeRules {
    private final RetryPolicy retries;

    OutcomeRules(RetryPolicy retries) {
        this.retries = retries;
    }

    /** The state after an attempt. A withdrawn attempt has none: whoever took over decides. */
    DeliveryState after(Delivery delivery, SendOutcome outcome, Instant now) {
        return switch (outcome) {
            case SendOutcome.Accepted _ -> new DeliveryState.Delivered(now);
            case SendOutcome.Deferred deferred -> afterDeferral(delivery, deferred, now);
            case SendOutcome.Refused refused ->
                new DeliveryState.Failed(
                        now,
                        new Reason(
                                refused.destinationUnusable() ? "address-refused" : "message-refused",
                                refused.reason()));
            case SendOutcome.Unknown(String reason) ->
                new DeliveryState.Unconfirmed(now, new Reason("answer-missing", reason));
            case SendOutcome.Withdrawn _ -> throw new IllegalArgumentException("a withdrawn attempt changes nothing");
        };
    }

    /** The state after an attempt that failed by our own fault and left nothing with the other side. */
    DeliveryState afterFault(Delivery delivery, Reason reason, Instant now) {
        return later(delivery, reason, null, now);
    }

    private DeliveryState afterDeferral(Delivery delivery, SendOutcome.Deferred deferred, Instant now) {
        return later(delivery, new Reason("deferred", deferred.reason()), deferred.retryAfter(), now);
    }

    private DeliveryState later(Delivery delivery, Reason reason, @Nullable Duration asked, Instant now) {
        return retries.next(delivery.attempts(), delivery.retrySince(), now, asked)
                .<DeliveryState>map(at -> new DeliveryState.Retry(at, reason))
                .orElseGet(() -> new DeliveryState.Failed(now, new Reason("gave-up", reason.detail())));
    }

    /** What an attempt's row says about its outcome. */
    static Attempt.Outcome recorded(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted _ -> Attempt.Outcome.ACCEPTED;
            case SendOutcome.Deferred _ -> Attempt.Outcome.DEFERRED;
            case SendOutcome.Refused _ -> Attempt.Outcome.REFUSED;
            case SendOutcome.Unknown _ -> Attempt.Outcome.UNKNOWN;
            case SendOutcome.Withdrawn _ -> Attempt.Outcome.INTERRUPTED;
        };
    }
}
