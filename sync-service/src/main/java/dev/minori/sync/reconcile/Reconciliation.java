package dev.minori.sync.reconcile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What comparing a mapping with its source found.
 *
 * @param runId the run that compared
 * @param finishedAt null while it goes on
 * @param expected records that the source has, after what was found was repaired
 * @param kept records that the mapping has, told or in quarantine
 */
public record Reconciliation(
        UUID runId,
        UUID connectionId,
        UUID mappingId,
        String objectName,
        Method method,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long expected,
        long kept,
        Tally tally) {

    /** What is still different. */
    public long difference() {
        return expected - kept;
    }
}
