package dev.minori.simulators.salesforce.bulk;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An ingest job as stored.
 *
 * @param keyField the external id of an upsert, or null
 * @param uploaded its one file has come
 * @param error why it failed, or null
 */
record IngestJob(
        String id,
        String org,
        String userId,
        Operation operation,
        String object,
        @Nullable String keyField,
        String apiVersion,
        String delimiter,
        String lineEnding,
        State state,
        boolean uploaded,
        long processed,
        long failed,
        @Nullable String error,
        long milliseconds,
        Instant createdAt,
        Instant modifiedAt) {

    /** What is done with each row. */
    enum Operation {
        INSERT,
        UPDATE,
        UPSERT,
        DELETE,
        HARD_DELETE;

        /** The name on the wire, such as {@code hardDelete}. */
        String apiName() {
            return this == HARD_DELETE ? "hardDelete" : name().toLowerCase(Locale.ROOT);
        }

        static @Nullable Operation of(String apiName) {
            for (Operation operation : values()) {
                if (operation.apiName().equals(apiName)) {
                    return operation;
                }
            }
            return null;
        }
    }

    enum State {
        Open,
        UploadComplete,
        InProgress,
        JobComplete,
        Failed,
        Aborted;

        boolean ended() {
            return this == JobComplete || this == Failed || this == Aborted;
        }
    }
}
