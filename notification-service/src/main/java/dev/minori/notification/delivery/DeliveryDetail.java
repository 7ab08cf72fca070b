package dev.minori.notification.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery with everything that is known of it.
 *
 * @param body plain text as it was sent last; null before the first attempt and after an erasure
 * @param attempts the oldest first
 */
public record DeliveryDetail(
        DeliverySummary summary, @Nullable String body, List<Attempt> attempts) {
    public DeliveryDetail {
        attempts = List.copyOf(attempts);
    }
}
