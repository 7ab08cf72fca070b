package dev.minori.sync.mapping.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.minori.sync.mapping.MappingVersion;
import dev.minori.sync.mapping.document.MappingFormat;
import java.time.Instant;
import java.util.UUID;

/** A published version as JSON. */
public record MappingVersionView(
        UUID mappingId,
        int version,
        Instant publishedAt,
        String publishedBy,
        @JsonRawValue String document) {
    static MappingVersionView of(MappingVersion version) {
        return new MappingVersionView(
                version.mappingId(),
                version.version(),
                version.publishedAt(),
                version.publishedBy(),
                MappingFormat.JSON.write(version.document()));
    }
}
