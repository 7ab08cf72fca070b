package dev.minori.playbook.notice;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification and whether its recipients were reached, as the API shows it.
 *
 * @param reached {@code pending} while no delivery has come to an end, {@code reached} if one was delivered, else
 *     {@code not-reached} or {@code unconfirmed}; what lies in the console only counts where nothing else was sent, because
 *     nobody knows whether it was looked at
 */
public record NoticeView(
        UUID requestId,
        String templateKey,
        List<UUID> memberIds,
        Instant requestedAt,
        String reached,
        List<DeliveryView> deliveries) {

    /** One delivery to one member by one channel. */
    public record DeliveryView(
            UUID deliveryId,
            UUID memberId,
            String channel,
            String state,
            int attempts,
            Instant at,
            @Nullable String reason) {}

    public static NoticeView of(NoticeRecord notice) {
        List<DeliveryView> deliveries = notice.deliveries().stream()
                .map(delivery -> new DeliveryView(
                        delivery.deliveryId(),
                        delivery.memberId(),
                        delivery.channel(),
                        delivery.state().name().toLowerCase(Locale.ROOT),
                        delivery.attempts(),
                        delivery.at(),
                        delivery.reason()))
                .toList();
        return new NoticeView(
                notice.requestId(),
                notice.templateKey(),
                notice.memberIds(),
                notice.requestedAt(),
                reached(deliveries),
                deliveries);
    }

    private static String reached(List<DeliveryView> deliveries) {
        if (deliveries.isEmpty()) {
            return "pending";
        }
        List<DeliveryView> sent = deliveries.stream()
                .filter(delivery -> !delivery.channel().equals("in-app"))
                .toList();
        List<String> states = (sent.isEmpty() ? deliveries : sent)
                .stream().map(DeliveryView::state).toList();
        if (states.contains("delivered")) {
            return "reached";
        }
        return states.contains("unconfirmed") ? "unconfirmed" : "not-reached";
    }
}
