package dev.minori.sync.mapping;

import dev.minori.sync.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Computes one target field's value for a record; throws {@link RejectedException} if it cannot. */
@FunctionalInterface
interface FieldReader {
    @Nullable
    Object read(SourceRecord record);
}
