package dev.minori.simulators.salesforce.async;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as stored.
 *
 * @param operation {@code query} or {@code queryAll}
 * @param chunkSize ids a chunk by primary key spans, or null without chunking
 */
record AsyncJob(
        String id,
        String org,
        String userId,
        String operation,
        String object,
        Format format,
        String concurrency,
        String apiVersion,
        @Nullable Integer chunkSize,
        State state,
        Instant createdAt,
        Instant modifiedAt) {

    enum State {
        Open,
        Closed,
        Aborted
    }

    /** What results and answers are written in. */
    enum Format {
        XML("application/xml;charset=UTF-8"),
        CSV("text/csv;charset=UTF-8"),
        JSON("application/json;charset=UTF-8");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }
}
