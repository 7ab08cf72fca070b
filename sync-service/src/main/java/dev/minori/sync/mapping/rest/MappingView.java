package dev.minori.sync.mapping.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.minori.kit.etag.Versioned;
import dev.minori.sync.mapping.TableMapping;
import dev.minori.sync.mapping.document.MappingFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mapping as JSON.
 *
 * @param draft the document as it stands; publish it to let it run
 */
public record MappingView(
        UUID id,
        String name,
        UUID connectionId,
        String object,
        String dataset,
        @Nullable Integer publishedVersion,
        boolean draftDiffers,
        @JsonRawValue String draft,
        long version)
        implements Versioned {
    static MappingView of(TableMapping mapping, boolean draftDiffers) {
        return new MappingView(
                mapping.id(),
                mapping.name(),
                mapping.connectionId(),
                mapping.objectName(),
                mapping.dataset().wireName(),
                mapping.publishedVersion(),
                draftDiffers,
                MappingFormat.JSON.write(mapping.draft()),
                mapping.version());
    }
}
