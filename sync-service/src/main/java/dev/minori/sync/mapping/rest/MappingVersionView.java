package dev.minori.sync.mapping.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.minori.sync.mapping.MappingVersion;
import dev.minori.sync.mapping.document.MappingFormat;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published version as JSON.
 *
 * @param restores the older version that was taken up again with it; null if it came from a draft
 */
public record MappingVersionView(
        UUID mappingId,
        int version,
        Instant publishedAt,
        String publishedBy,
        @Nullable Integer restores,
        @JsonRawValue String document) {
    static MappingVersionView of(MappingVersion version) {
        return new MappingVersionView(
                version.mappingId(),
                version.version(),
                version.publishedAt(),
                version.publishedBy(),
                version.restores(),
                MappingFormat.JSON.write(version.document()));
    }
}
