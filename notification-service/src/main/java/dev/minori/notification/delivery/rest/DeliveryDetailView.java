package dev.minori.notification.delivery.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.minori.notification.delivery.Attempt;
import dev.minori.notification.delivery.DeliveryDetail;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A delivery with its text and its attempts.
 *
 * @param body plain text as it was sent last
 * @param attemptList the oldest first
 */
public record DeliveryDetailView(
        @JsonUnwrapped DeliveryView delivery, @Nullable String body, List<AttemptView> attemptList) {

    /**
     * One attempt.
     *
     * @param handoverAt from when the other side could have taken the message
     * @param outcome accepted, deferred, refused, unknown or interrupted; null while it is under way
     * @param code the other side's reply
     */
    public record AttemptView(
            int number,
            Instant startedAt,
            @Nullable Instant handoverAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            @Nullable Integer code,
            @Nullable String response) {}

    static DeliveryDetailView of(DeliveryDetail detail) {
        return new DeliveryDetailView(
                DeliveryView.of(detail.summary()),
                detail.body(),
                detail.attempts().stream().map(DeliveryDetailView::view).toList());
    }

    private static AttemptView view(Attempt attempt) {
        Attempt.Outcome outcome = attempt.outcome();
        return new AttemptView(
                attempt.number(),
                attempt.startedAt(),
                attempt.handoverAt(),
                attempt.endedAt(),
                outcome == null ? null : outcome.name().toLowerCase(Locale.ROOT),
                attempt.code(),
                attempt.response());
    }
}
