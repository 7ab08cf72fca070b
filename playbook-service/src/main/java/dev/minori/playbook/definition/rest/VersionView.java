package dev.minori.playbook.definition.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.minori.playbook.definition.DefinitionVersion;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One version of a document.
 *
 * @param state draft or published
 * @param document the document as JSON
 */
record VersionView(
        int version,
        String state,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String document,

        Instant savedAt,
        String savedBy,
        @Nullable Instant publishedAt,
        @Nullable String publishedBy) {
    static VersionView of(DefinitionVersion version) {
        return new VersionView(
                version.version(),
                version.published() ? "published" : "draft",
                version.document(),
                version.savedAt(),
                version.savedBy(),
                version.publishedAt(),
                version.publishedBy());
    }
}
