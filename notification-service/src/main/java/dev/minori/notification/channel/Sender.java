package dev.minori.notification.channel;

/** Sends messages of one kind. */
public interface Sender {
    ChannelKind kind();

    /**
     * Tries once, for at most about a minute. Calls {@code handover} exactly when the other side could take the message
     * with the next bytes, not before; never throws for what the other side or the network does.
     */
    SendOutcome send(OutboundMessage message, Handover handover);
}
