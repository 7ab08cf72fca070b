package dev.minori.notification.channel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room that a workspace can post to. Its address is a secret and not part of it.
 *
 * @param host host of the address: enough to recognise it by
 * @param disabledReason why nothing is posted there; null while it works
 * @param version grows with every change
 */
public record MessagingChannel(
        UUID id,
        ChannelKind kind,
        String name,
        String host,
        @Nullable String disabledReason,
        long version) {

    /** Whether messages go there. */
    public boolean isEnabled() {
        return disabledReason == null;
    }
}
