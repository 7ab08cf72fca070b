package dev.minori.scoring.segment;

import dev.minori.events.Origin;
import dev.minori.events.fact.Dataset;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stay in a segment.
 *
 * @param id the membership others refer to
 * @param subjectId the customer, contract or message
 * @param origin backfill if it was only learned afterwards: then nobody is told
 * @param evidence what the condition looked at when it began to hold
 */
public record Stay(
        UUID id,
        UUID segmentId,
        int segmentVersion,
        String segmentKey,
        UUID customerId,
        Dataset dataset,
        UUID subjectId,
        @Nullable String label,
        Instant enteredAt,
        @Nullable Instant leftAt,
        Origin origin,
        Map<String, String> evidence) {
    public Stay {
        evidence = Map.copyOf(evidence);
    }

    /** The same stay, ended. */
    public Stay endedAt(Instant at) {
        return new Stay(
                id,
                segmentId,
                segmentVersion,
                segmentKey,
                customerId,
                dataset,
                subjectId,
                label,
                enteredAt,
                at,
                origin,
                evidence);
    }
}
