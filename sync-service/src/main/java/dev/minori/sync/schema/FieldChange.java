package dev.minori.sync.schema;

import org.jspecify.annotations.Nullable;

/**
 * How one field changed.
 *
 * @param before its type before, as the source calls it; null if it is new
 * @param after its type now; null if it is gone
 */
public record FieldChange(
        ChangeKind kind,
        String field,
        String label,
        @Nullable String before,
        @Nullable String after) {}
