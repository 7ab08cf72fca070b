package dev.minori.notification.delivery;

import dev.minori.notification.channel.ChannelKind;

/** Counts what happens. */
public interface DeliveryMeter {
    void ended(ChannelKind channel, DeliveryState state);

    void attempted(ChannelKind channel, Attempt.Outcome outcome);
}
