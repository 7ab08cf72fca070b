package dev.minori.simulators.salesforce.bulk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A query job as stored.
 *
 * @param state one of the vendor's states
 * @param error why it failed, or null
 */
record BulkQueryJob(
        String id,
        String org,
        String userId,
        String operation,
        String object,
        String soql,
        String apiVersion,
        String delimiter,
        String lineEnding,
        State state,
        long records,
        @Nullable String error,
        long milliseconds,
        Instant createdAt,
        Instant modifiedAt) {

    enum State {
        UploadComplete,
        InProgress,
        JobComplete,
        Failed,
        Aborted;

        boolean ended() {
            return this != UploadComplete && this != InProgress;
        }
    }

    /** The one character between cells. */
    char delimiterCharacter() {
        return Delimiters.character(delimiter);
    }

    /** What ends each line. */
    String lineEnd() {
        return Delimiters.lineEnd(lineEnding);
    }
}
