package dev.minori.sync.dryrun;

import org.jspecify.annotations.Nullable;

/**
 * What a target field would hold instead of what it holds.
 *
 * @param before as text, null for nothing
 * @param after as text, null for nothing
 */
public record FieldChange(
        String target, @Nullable String before, @Nullable String after) {}
