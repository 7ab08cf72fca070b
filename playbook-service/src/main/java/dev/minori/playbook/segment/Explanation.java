package dev.minori.playbook.segment;

import dev.minori.playbook.text.LocalText;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule or a playbook did something about a customer, or why not.
 *
 * @param at when it was decided, or when the customer entered the segment; null if nothing happened at all
 * @param membershipId the stay it was about
 * @param resultId the alert or run it led to
 */
public record Explanation(
        EntryOutcome outcome,
        LocalText text,
        @Nullable Instant at,
        @Nullable UUID membershipId,
        @Nullable UUID resultId,
        Map<String, String> evidence) {
    public Explanation {
        evidence = Map.copyOf(evidence);
    }

    static Explanation of(
            EntryOutcome outcome,
            @Nullable Instant at,
            @Nullable UUID membershipId,
            @Nullable UUID resultId,
            Map<String, String> evidence) {
        return new Explanation(outcome, outcome.text(), at, membershipId, resultId, evidence);
    }
}
