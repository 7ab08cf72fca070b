package dev.minori.scoring.followup;

import dev.minori.scoring.customer.Visibility;
import dev.minori.scoring.followup.Candidate.Dismissal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers with signs, by priority; and those set aside. In the transaction of the workspace. */
public interface FollowUpStore {
    /**
     * Whose follow-ups are asked for.
     *
     * @param owners null for everybody's
     * @param dismissed whether those set aside are asked for instead of the others
     * @param usageUntil the newest day whose usage is complete
     */
    record Question(
            UUID workspaceId,
            Visibility visibility,
            @Nullable List<UUID> owners,
            boolean dismissed,
            LocalDate today,
            Instant now,
            LocalDate usageUntil) {
        public Question {
            owners = owners == null ? null : List.copyOf(owners);
        }
    }

    /** The first ones by priority, with how many there are in all. */
    record Ranked(List<Candidate> candidates, long total) {
        public Ranked {
            candidates = List.copyOf(candidates);
        }
    }

    Ranked rank(Question question, int limit);

    /** Sets a customer aside, in the place of an earlier decision; keeps what is known of it now. */
    void dismiss(UUID workspaceId, UUID customerId, Dismissal dismissal);

    /** Takes the decision back; whether there was one. */
    boolean restore(UUID workspaceId, UUID customerId);
}
