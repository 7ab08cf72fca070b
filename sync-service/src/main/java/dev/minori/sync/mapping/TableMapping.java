package dev.minori.sync.mapping;

import dev.minori.events.fact.Dataset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table mapping: a draft that changes and the version that runs.
 *
 * @param publishedVersion the version in use; null before the first is published
 */
public record TableMapping(
        UUID id,
        String name,
        UUID connectionId,
        String objectName,
        Dataset dataset,
        MappingDocument draft,
        @Nullable Integer publishedVersion,
        long version) {}
