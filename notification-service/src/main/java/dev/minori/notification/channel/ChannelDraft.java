package dev.minori.notification.channel;

import org.jspecify.annotations.Nullable;

/**
 * What a person says about a channel.
 *
 * @param address the webhook; null keeps the stored one
 */
public record ChannelDraft(String name, @Nullable String address, boolean enabled) {
    @Override
    public String toString() {
        return "ChannelDraft[name=" + name + "]";
    }
}
