package dev.minori.playbook.segment;

import dev.minori.playbook.text.LocalText;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One answer to "why" or "why not", as the API shows it.
 *
 * @param outcome for programs, for example {@code rule-paused}
 * @param text one sentence for people
 * @param resultId the alert or run it led to
 */
public record ExplanationView(
        String outcome,
        LocalText text,
        @Nullable Instant at,
        @Nullable UUID membershipId,
        @Nullable UUID resultId,
        Map<String, String> evidence) {

    public static ExplanationView of(Explanation explanation) {
        return new ExplanationView(
                explanation.outcome().wireName(),
                explanation.text(),
                explanation.at(),
                explanation.membershipId(),
                explanation.resultId(),
                explanation.evidence());
    }
}
