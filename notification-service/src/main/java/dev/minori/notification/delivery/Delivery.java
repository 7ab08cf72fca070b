package dev.minori.notification.delivery;

import dev.minori.events.Origin;
import dev.minori.notification.channel.ChannelKind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one recipient by one channel.
 *
 * @param recipientId the member, or the room for a channel that posts to rooms
 * @param memberId the member for whom it was asked; for a room the first who chose it
 * @param causationId the event that asked for it
 * @param attempts how often it was tried
 * @param retrySince from when the 48 hours of trying count
 */
public record Delivery(
        UUID id,
        UUID requestId,
        ChannelKind channel,
        UUID recipientId,
        UUID memberId,
        UUID customerId,
        String templateKey,
        Map<String, String> data,
        Origin origin,
        UUID causationId,
        DeliveryState state,
        int attempts,
        Instant retrySince,
        Instant createdAt) {

    public Delivery {
        data = Map.copyOf(data);
    }

    /** The room it is posted to; null for a message to one person. */
    public @Nullable UUID roomId() {
        return channel == ChannelKind.SLACK ? recipientId : null;
    }

    /** The same in another state. */
    public Delivery in(DeliveryState next) {
        return new Delivery(
                id,
                requestId,
                channel,
                recipientId,
                memberId,
                customerId,
                templateKey,
                data,
                origin,
                causationId,
                next,
                attempts,
                retrySince,
                createdAt);
    }

    /** The same with one attempt more, now under way. */
    public Delivery attempting() {
        return new Delivery(
                id,
                requestId,
                channel,
                recipientId,
                memberId,
                customerId,
                templateKey,
                data,
                origin,
                causationId,
                new DeliveryState.Sending(attempts + 1),
                attempts + 1,
                retrySince,
                createdAt);
    }

    /** The same, to be sent again because a person wants it. */
    public Delivery resent(Instant now) {
        return new Delivery(
                id,
                requestId,
                channel,
                recipientId,
                memberId,
                customerId,
                templateKey,
                data,
                origin,
                causationId,
                new DeliveryState.Pending(now),
                attempts,
                now,
                createdAt);
    }
}
