package dev.minori.sync.mapping;

import org.jspecify.annotations.Nullable;

/**
 * One target field and where its value comes from.
 *
 * @param otherwise what the field holds where the source has nothing, as text; null for nothing
 * @param onFailure what happens when the source has something that cannot be read as the target's kind
 */
public record FieldMapping(
        String target, FieldSource from, @Nullable String otherwise, FailurePolicy onFailure) {
    /** Empty where the source is empty; a value that cannot be read rejects the row. */
    public FieldMapping(String target, FieldSource from) {
        this(target, from, null, FailurePolicy.REJECT);
    }
}
