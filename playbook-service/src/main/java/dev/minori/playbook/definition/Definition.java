package dev.minori.playbook.definition;

import dev.minori.playbook.text.LocalText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document and where it stands.
 *
 * @param segmentKey trigger of the published version, null before the first
 * @param publishedVersion the version in force, null before the first
 * @param firstPublishedAt since when any version has been in force
 * @param paused whether it rests: nothing is lost, nothing happens
 * @param revision grows with each change, also of its draft
 */
public record Definition(
        UUID id,
        DefinitionKind kind,
        String key,
        LocalText name,
        @Nullable String segmentKey,
        @Nullable Integer publishedVersion,
        @Nullable Instant firstPublishedAt,
        boolean paused,
        long revision,
        Instant createdAt,
        Instant updatedAt) {
    /** The same after a change of its draft. */
    Definition withNewDraft(Instant now) {
        return new Definition(
                id,
                kind,
                key,
                name,
                segmentKey,
                publishedVersion,
                firstPublishedAt,
                paused,
                revision + 1,
                createdAt,
                now);
    }
}
