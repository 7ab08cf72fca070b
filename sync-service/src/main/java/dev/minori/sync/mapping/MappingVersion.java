package dev.minori.sync.mapping;

import java.time.Instant;
import java.util.UUID;

/** A published version; it never changes. */
public record MappingVersion(
        UUID mappingId, int version, MappingDocument document, Instant publishedAt, String publishedBy) {}
