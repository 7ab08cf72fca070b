package dev.minori.kit.outbox;

import java.util.List;

/**
 * The only way for an event to leave a service: a row written in the transaction of the change it tells of. A relay
 * sends the rows in commit order per key.
 */
public interface Outbox {
    /** More bytes than this do not travel; split bulk batches before. */
    int MAX_PAYLOAD_BYTES = 3_000_000;

    /**
     * Records the messages in the current transaction, in the given order per key. Throws TransactionalException if
     * there is none, IllegalArgumentException if a message is too large.
     */
    void publishAll(List<OutboxMessage> messages);

    /** Records one message. See {@link #publishAll}. */
    default void publish(OutboxMessage message) {
        publishAll(List.of(message));
    }
}
