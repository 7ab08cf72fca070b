package dev.minori.sync.mapping;

import dev.minori.events.fact.FactValues;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a mapping makes of one record. */
public sealed interface MappingResult {

    /**
     * @param link the value that names the customer; null if the record is the customer
     * @param effectiveFrom since when the values hold, if the mapping names a field for it
     */
    record Mapped(
            FactValues values,
            @Nullable String link,
            @Nullable Instant effectiveFrom) implements MappingResult {}

    record Rejected(Rejection rejection) implements MappingResult {}
}
