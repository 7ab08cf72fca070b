package dev.minori.sync.mapping.document;

import org.jspecify.annotations.Nullable;

/**
 * One thing in which two mappings differ.
 *
 * @param part a member of the document, for example {@code filter}; {@code fields} for a target field
 * @param target the target field, null for what concerns the whole mapping
 * @param before as JSON; null if it was not there
 * @param after as JSON; null if it is no longer there
 */
public record DocumentDifference(
        String part,
        @Nullable String target,
        @Nullable String before,
        @Nullable String after) {}
