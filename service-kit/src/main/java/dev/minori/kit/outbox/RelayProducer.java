package dev.minori.kit.outbox;

import java.util.List;

/** What the relay needs of a broker. */
interface RelayProducer extends AutoCloseable {
    /**
     * Sends the rows in order and returns when the broker has acknowledged all of them; otherwise throws. Then none of
     * them is visible to readers of committed records, or, if the answer to the commit was lost, all may be; this
     * producer must be closed, and the next one sends them again with the same ids.
     */
    void send(List<OutboxRow> rows);

    @Override
    void close();

    /** Makes a producer that has fenced every earlier one of the same lane. */
    interface Factory {
        RelayProducer open();
    }
}
