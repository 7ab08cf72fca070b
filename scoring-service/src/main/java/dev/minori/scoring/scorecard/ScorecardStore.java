package dev.minori.scoring.scorecard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps scorecards and their versions. In the transaction of the workspace. */
public interface ScorecardStore {
    /** The published scorecard with the lowest rank, if any. */
    Optional<ActiveScorecard> active(UUID workspaceId);

    /** A version, published or not. */
    Optional<ScorecardVersion> version(UUID workspaceId, UUID scorecardId, int number);

    /** All scorecards by rank. */
    List<ScorecardHead> list(UUID workspaceId);

    Optional<ScorecardHead> find(UUID workspaceId, UUID scorecardId);

    Optional<ScorecardHead> findByKey(UUID workspaceId, String key);

    /** Versions, newest first. */
    List<ScorecardVersion> versions(UUID workspaceId, UUID scorecardId);

    /** Adds a scorecard without versions. */
    void add(UUID workspaceId, UUID scorecardId, Scorecard card, Instant at);

    /** Writes the draft with this number, new or again, and raises the scorecard's entity version. */
    void saveDraft(UUID workspaceId, UUID scorecardId, int number, Scorecard card, String by, Instant at);

    /** Publishes a draft and makes it the active version. */
    void publish(UUID workspaceId, UUID scorecardId, int number, Scorecard card, Instant at);

    /**
     * A scorecard.
     *
     * @param publishedVersion its published version in use, null if none
     * @param version grows with each change, for If-Match
     */
    record ScorecardHead(
            UUID id, String key, int rank, @Nullable Integer publishedVersion, long version) {}

    /** A version of a scorecard; once published it never changes. */
    record ScorecardVersion(
            UUID scorecardId,
            int number,
            boolean published,
            Scorecard card,
            String changedBy,
            Instant changedAt,
            @Nullable Instant publishedAt) {}
}
