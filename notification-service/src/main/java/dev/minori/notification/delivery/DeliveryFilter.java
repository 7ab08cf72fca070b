package dev.minori.notification.delivery;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries a list shows; null is no condition.
 *
 * @param visibleMembers the members whose deliveries the reader may see
 * @param text words in the recipient's name, the address, the customer's name or the subject
 */
public record DeliveryFilter(
        @Nullable String state,
        @Nullable String channel,
        @Nullable UUID customerId,
        @Nullable UUID memberId,
        @Nullable UUID requestId,
        @Nullable String templateKey,
        @Nullable List<UUID> visibleMembers,
        @Nullable String text) {}
