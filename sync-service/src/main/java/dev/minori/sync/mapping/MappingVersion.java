package dev.minori.sync.mapping;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published version; it never changes.
 *
 * @param restores the older version that was taken up again with it, null if it came from a draft
 */
public record MappingVersion(
        UUID mappingId,
        int version,
        MappingDocument document,
        Instant publishedAt,
        String publishedBy,
        @Nullable Integer restores) {}
