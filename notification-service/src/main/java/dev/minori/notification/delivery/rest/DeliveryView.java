package dev.minori.notification.delivery.rest;

import dev.minori.notification.delivery.Delivery;
import dev.minori.notification.delivery.DeliveryState;
import dev.minori.notification.delivery.DeliverySummary;
import dev.minori.notification.delivery.Reason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery in a list.
 *
 * @param recipientName the member's name; null while the member is not known
 * @param customerName as the message names the customer; null if it does not, and after an erasure
 * @param state pending, sending, retry, delivered, unconfirmed, failed or suppressed
 * @param reason why it waits or ended so
 * @param dueAt when it is sent or tried again
 */
public record DeliveryView(
        UUID id,
        UUID requestId,
        String channel,
        UUID recipientId,
        UUID memberId,
        @Nullable String recipientName,
        UUID customerId,
        @Nullable String customerName,
        String templateKey,
        @Nullable Integer templateVersion,
        @Nullable String language,
        @Nullable String address,
        @Nullable String subject,
        String state,
        @Nullable ReasonView reason,
        int attempts,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Instant endedAt,
        @Nullable Instant erasedAt) {

    /**
     * Why.
     *
     * @param code stable word
     * @param detail what exactly happened, often in the server's words
     */
    public record ReasonView(String code, String detail) {}

    static DeliveryView of(DeliverySummary summary) {
        Delivery delivery = summary.delivery();
        return new DeliveryView(
                delivery.id(),
                delivery.requestId(),
                delivery.channel().code(),
                delivery.recipientId(),
                delivery.memberId(),
                summary.recipientName(),
                delivery.customerId(),
                summary.customerName(),
                delivery.templateKey(),
                summary.templateVersion(),
                summary.language(),
                summary.address(),
                summary.subject(),
                delivery.state().code(),
                reason(delivery.state()),
                delivery.attempts(),
                delivery.createdAt(),
                dueAt(delivery.state()),
                delivery.state() instanceof DeliveryState.Ended ended ? ended.at() : null,
                summary.erasedAt());
    }

    private static @Nullable ReasonView reason(DeliveryState state) {
        return switch (state) {
            case DeliveryState.Retry(Instant _, Reason reason) -> view(reason);
            case DeliveryState.Unconfirmed(Instant _, Reason reason) -> view(reason);
            case DeliveryState.Failed(Instant _, Reason reason) -> view(reason);
            case DeliveryState.Suppressed(Instant _, Reason reason) -> view(reason);
            case DeliveryState.Pending _, DeliveryState.Sending _, DeliveryState.Delivered _ -> null;
        };
    }

    private static ReasonView view(Reason reason) {
        return new ReasonView(reason.code(), reason.detail());
    }

    private static @Nullable Instant dueAt(DeliveryState state) {
        return switch (state) {
            case DeliveryState.Pending(Instant dueAt) -> dueAt;
            case DeliveryState.Retry(Instant dueAt, Reason _) -> dueAt;
            case DeliveryState.Sending _, DeliveryState.Ended _ -> null;
        };
    }
}
