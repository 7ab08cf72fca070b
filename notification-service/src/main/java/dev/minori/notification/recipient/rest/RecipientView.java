package dev.minori.notification.recipient.rest;

import dev.minori.notification.recipient.Recipient;
import dev.minori.notification.recipient.SuppressedAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who can be told.
 *
 * @param language the language they are written to in
 * @param active false after they left
 * @param suppression why no mail is sent to the address
 */
public record RecipientView(
        UUID memberId,
        String name,
        String email,
        String language,
        String zone,
        boolean active,
        boolean emailEnabled,
        List<UUID> slackChannelIds,
        @Nullable SuppressionView suppression) {

    /** A refused address. */
    public record SuppressionView(int code, String reason, UUID deliveryId, Instant since) {}

    static RecipientView of(Recipient recipient) {
        return new RecipientView(
                recipient.memberId(),
                recipient.name(),
                recipient.email(),
                recipient.language().code(),
                recipient.zone().getId(),
                recipient.active(),
                recipient.preference().email(),
                recipient.preference().slackChannelIds(),
                view(recipient.suppression()));
    }

    private static @Nullable SuppressionView view(@Nullable SuppressedAddress suppression) {
        return suppression == null
                ? null
                : new SuppressionView(
                        suppression.code(), suppression.reason(), suppression.deliveryId(), suppression.since());
    }
}
