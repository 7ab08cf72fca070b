package dev.minori.notification.channel.rest;

import dev.minori.kit.etag.Versioned;
import dev.minori.notification.channel.MessagingChannel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room. Its webhook URL is a secret and never shown again.
 *
 * @param host host of the webhook URL
 * @param disabledReason why nothing is posted; null while it works
 */
public record ChannelView(
        UUID id,
        String kind,
        String name,
        String host,
        boolean enabled,
        @Nullable String disabledReason,
        long version) implements Versioned {

    static ChannelView of(MessagingChannel channel) {
        return new ChannelView(
                channel.id(),
                channel.kind().code(),
                channel.name(),
                channel.host(),
                channel.isEnabled(),
                channel.disabledReason(),
                channel.version());
    }
}
