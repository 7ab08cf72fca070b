package dev.minori.events.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One source record as a fact about one customer.
 *
 * @param factId identity of the record across versions, stable for (workspace, connection, object, source record)
 * @param customerId the customer it belongs to
 * @param sourceRecordId the record's id in its system
 * @param sourceUrl link to the record for a person, if the system has one
 * @param sourceVersion grows with each change of this record that sync-service published: newer wins, equal is a no-op
 * @param validFrom since when it is true; null if not known (then: since it was first seen)
 * @param removed whether the record is gone in its source; then values are null
 * @param values the values, null if and only if removed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fact(
        UUID factId,
        UUID customerId,
        String sourceRecordId,
        @Nullable String sourceUrl,
        long sourceVersion,
        @Nullable Instant validFrom,
        boolean removed,
        @Nullable FactValues values) {
    public Fact {
        Objects.requireNonNull(factId, "factId");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(sourceRecordId, "sourceRecordId");
        if (removed != (values == null)) {
            throw new IllegalArgumentException("values must be present unless the record was removed");
        }
    }
}
