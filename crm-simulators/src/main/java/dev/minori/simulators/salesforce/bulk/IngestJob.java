package dev.minori.simulators.salesforce.bulk;

import java.time.Instant;
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
        WriteOperation operation,
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
