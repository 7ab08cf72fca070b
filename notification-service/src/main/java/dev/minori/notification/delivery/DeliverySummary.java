package dev.minori.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as lists show it.
 *
 * @param customerName as the request names the customer; null if it does not, and after an erasure
 * @param recipientName null while the member is not known
 * @param subject null before the first attempt and after an erasure
 * @param address where it goes: a mail address or a room's name; null before the first attempt
 * @param language ISO 639-1, null before the first attempt
 */
public record DeliverySummary(
        Delivery delivery,
        @Nullable String customerName,
        @Nullable String recipientName,
        @Nullable String subject,
        @Nullable String address,
        @Nullable String language,
        @Nullable Integer templateVersion,
        @Nullable Instant erasedAt) {}
