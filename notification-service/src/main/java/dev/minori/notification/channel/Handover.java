package dev.minori.notification.channel;

/** The last moment before the other side can take a message. */
@FunctionalInterface
public interface Handover {
    /**
     * Notes durably that the message is being handed over. False if the attempt belongs to somebody else by now: then
     * the sender must stop, so that nothing is sent.
     */
    boolean begin();
}
