package dev.minori.kit.outbox;

import java.util.List;

/** What the relay needs of a broker. */
interface RelayProducer extends AutoCloseable {
    /**
     * Sends the rows in order and returns when the broker has acknowledged all of them; otherwise throws, and none of
     * them becomes visible to readers of committed records.
     */
    void send(List<OutboxRow> rows);

    @Override
    void close();

    /** Makes a producer that has fenced every earlier one of the same lane. */
    interface Factory {
        RelayProducer open();
    }
}
