package dev.minori.simulators.salesforce.async;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A batch as stored.
 *
 * @param soql the query; empty where rows are written
 * @param firstId where its chunk begins, or null for all ids
 * @param endId where its chunk ends, exclusive, or null for the last one
 * @param message why it failed, or null
 */
record AsyncBatch(
        String id,
        String job,
        String soql,
        @Nullable String firstId,
        @Nullable String endId,
        State state,
        @Nullable String message,
        long records,
        long failed,
        long milliseconds,
        Instant createdAt,
        Instant modifiedAt) {

    private static final int SHORT_ID = 15;

    enum State {
        Queued,
        InProgress,
        Completed,
        Failed,
        NotProcessed
    }

    /** The id of its one result, with 15 characters as the service gives it. */
    String resultId() {
        return "752" + id.substring(3, SHORT_ID);
    }
}
