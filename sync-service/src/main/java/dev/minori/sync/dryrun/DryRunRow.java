package dev.minori.sync.dryrun;

import dev.minori.sync.mapping.Rejection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What would become of one record.
 *
 * @param customerId the customer it would belong to; null if there is none yet
 * @param changes target fields that would hold something else than now
 * @param rejection why it would wait
 */
public record DryRunRow(
        String recordId,
        @Nullable String recordUrl,
        Outcome outcome,
        @Nullable UUID customerId,
        List<FieldChange> changes,
        @Nullable Rejection rejection) {
    public DryRunRow {
        changes = List.copyOf(changes);
    }

    /** A row and its place in the dry run. */
    public record Numbered(long number, DryRunRow row) {}
}
