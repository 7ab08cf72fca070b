package dev.minori.simulators.salesforce.async;

import dev.minori.simulators.salesforce.bulk.WriteOperation;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A job as stored.
 *
 * @param operation {@code query}, {@code queryAll} or what is done with each row
 * @param chunkSize ids a chunk by primary key spans, or null without chunking
 * @param keyField the external id of an upsert, or null
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
        @Nullable String keyField,
        State state,
        Instant createdAt,
        Instant modifiedAt) {

    /** What it does with rows; empty for queries. */
    Optional<WriteOperation> write() {
        return WriteOperation.of(operation);
    }

    /** Whether it is read and answered in JSON. */
    boolean isJson() {
        return format == Format.JSON;
    }

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
