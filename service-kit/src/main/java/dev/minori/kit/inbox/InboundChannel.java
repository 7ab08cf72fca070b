package dev.minori.kit.inbox;

import dev.minori.events.Envelope;
import dev.minori.events.Lane;
import dev.minori.events.MinoriEvent;
import dev.minori.kit.failure.PermanentFailure;

/**
 * One way messages enter a service. Implementations are beans; {@link MessageIntake} calls them, a replay of parked
 * messages as well.
 */
public interface InboundChannel<E extends MinoriEvent> {
    /** Name of the channel, as configured for the connector; unique in the service. */
    String name();

    /** The sealed interface of the topic's events. */
    Class<E> eventType();

    /** How redelivery is made harmless. */
    Delivery delivery();

    /** Whether it brings news or loads; loads yield to news. */
    default Lane lane() {
        return Lane.LIVE;
    }

    /** What the part of a key after the workspace names, as log lines call it; a load travels in buckets. */
    default String subjectField() {
        return lane() == Lane.BULK ? "bucket" : "customerId";
    }

    /**
     * Applies one message, inside its workspace and a transaction of its own. Throw {@link PermanentFailure} if it can
     * never be applied; any other failure that is not transient parks it too.
     */
    void handle(Envelope<E> message);
}
