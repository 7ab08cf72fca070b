package dev.minori.scoring.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a document; once published it never changes.
 *
 * @param id of the document, the same for all its versions
 * @param version 1, 2, 3 …
 * @param publishedAt null for a draft
 */
public record DocumentVersion<D extends VersionedDocument>(
        UUID id,
        int version,
        State state,
        D document,
        Instant savedAt,
        String savedBy,
        @Nullable Instant publishedAt) {

    /** Where a version stands. */
    public enum State {
        @JsonProperty("draft")
        DRAFT,
        @JsonProperty("published")
        PUBLISHED
    }

    /** The number a changed document gets: that of this draft, or the next one. */
    int next() {
        return state == State.DRAFT ? version : version + 1;
    }
}
