package dev.minori.playbook.definition;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a document.
 *
 * @param published whether it was published; from then on it never changes
 * @param document canonical JSON
 * @param savedBy name of the person who last saved the draft
 */
public record DefinitionVersion(
        UUID definitionId,
        int version,
        boolean published,
        String document,
        Instant savedAt,
        String savedBy,
        @Nullable Instant publishedAt,
        @Nullable String publishedBy) {}
