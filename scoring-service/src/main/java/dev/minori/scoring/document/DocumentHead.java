package dev.minori.scoring.document;

import dev.minori.kit.etag.Versioned;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document and where it stands.
 *
 * @param name in its newest version
 * @param publishedVersion the published version in use, null before the first
 * @param version grows with each change
 */
public record DocumentHead(
        UUID id, String key, LocalText name, @Nullable Integer publishedVersion, long version) implements Versioned {}
