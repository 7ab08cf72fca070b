package dev.minori.playbook.alert;

import dev.minori.playbook.text.LocalText;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One episode of a sign. Its identity is (rule, customer, subject record); while it is open, the same sign adds an
 * occurrence and no second alert.
 *
 * @param episode 1 for the first time the identity fired, 2 for the next …
 * @param revision grows with each change
 */
public record Alert(
        UUID id,
        UUID ruleId,
        int ruleVersion,
        UUID customerId,
        String subjectDataset,
        UUID subjectFactId,
        @Nullable String subjectLabel,
        int episode,
        Severity severity,
        LocalText title,
        AlertState state,
        Instant openedAt,
        Instant lastOccurredAt,
        int occurrences,
        long revision) {

    /** A remark on an alert. */
    public record Comment(UUID id, @Nullable UUID authorId, String authorName, String body, Instant writtenAt) {}

    /** One time the sign appeared. */
    public record Occurrence(
            UUID membershipId, Instant occurredAt, @Nullable Instant leftAt, Map<String, String> evidence) {
        public Occurrence {
            evidence = Map.copyOf(evidence);
        }
    }

    /** The same alert after a transition. */
    public Alert with(AlertState next) {
        return new Alert(
                id,
                ruleId,
                ruleVersion,
                customerId,
                subjectDataset,
                subjectFactId,
                subjectLabel,
                episode,
                severity,
                title,
                next,
                openedAt,
                lastOccurredAt,
                occurrences,
                revision + 1);
    }

    /** The same alert, open, after the sign appeared again. */
    public Alert again(Instant at, AlertState.Open open) {
        Alert changed = with(open);
        return new Alert(
                id,
                ruleId,
                ruleVersion,
                customerId,
                subjectDataset,
                subjectFactId,
                subjectLabel,
                episode,
                severity,
                title,
                open,
                openedAt,
                at.isAfter(lastOccurredAt) ? at : lastOccurredAt,
                occurrences + 1,
                changed.revision());
    }
}
