package dev.minori.scoring.segment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps segments and their versions. In the transaction of the workspace. */
public interface SegmentStore {
    /** All published segments by key. */
    List<ActiveSegment> active(UUID workspaceId);

    List<SegmentHead> list(UUID workspaceId);

    Optional<SegmentHead> find(UUID workspaceId, UUID segmentId);

    Optional<SegmentHead> findByKey(UUID workspaceId, String key);

    /** Versions, newest first. */
    List<SegmentVersion> versions(UUID workspaceId, UUID segmentId);

    /** Adds a segment without versions. */
    void add(UUID workspaceId, UUID segmentId, Segment segment, Instant at);

    /** Writes the draft with this number, new or again. */
    void saveDraft(UUID workspaceId, UUID segmentId, int number, Segment segment, String by, Instant at);

    /** Publishes a draft and makes it the active version. */
    void publish(UUID workspaceId, UUID segmentId, int number, Instant at);

    /**
     * A segment.
     *
     * @param publishedVersion its published version in use, null if none
     * @param version grows with each change, for If-Match
     */
    record SegmentHead(UUID id, String key, @Nullable Integer publishedVersion, long version) {}

    /** A version of a segment; once published it never changes. */
    record SegmentVersion(
            UUID segmentId,
            int number,
            boolean published,
            Segment segment,
            String changedBy,
            Instant changedAt,
            @Nullable Instant publishedAt) {}
}
