package dev.minori.playbook.definition.rest;

import dev.minori.kit.etag.Versioned;
import dev.minori.playbook.definition.Definition;
import dev.minori.playbook.text.LocalText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document and where it stands.
 *
 * @param publishedVersion the version in force, null before the first
 * @param version of this view, for If-Match
 */
record DefinitionView(
        UUID id,
        String key,
        LocalText name,
        @Nullable String segmentKey,
        @Nullable Integer publishedVersion,
        @Nullable Instant firstPublishedAt,
        boolean paused,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {
    static DefinitionView of(Definition definition) {
        return new DefinitionView(
                definition.id(),
                definition.key(),
                definition.name(),
                definition.segmentKey(),
                definition.publishedVersion(),
                definition.firstPublishedAt(),
                definition.paused(),
                definition.createdAt(),
                definition.updatedAt(),
                definition.revision());
    }
}
