package dev.minori.notification.channel.rest;

import dev.minori.notification.channel.ChannelDraft;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A room as a person describes it.
 *
 * @param webhookUrl the URL that Slack issued; needed for a new channel, absent in a change to keep the stored one
 * @param enabled whether messages are posted; true if absent
 */
public record ChannelRequest(
        @NotBlank @Size(max = 100) String name,
        @Size(max = 2000) @Nullable String webhookUrl,
        @Nullable Boolean enabled) {

    ChannelDraft draft() {
        return new ChannelDraft(name, webhookUrl, enabled == null || enabled);
    }

    @Override
    public String toString() {
        return "ChannelRequest[name=" + name + "]";
    }
}
