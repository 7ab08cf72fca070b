package dev.minori.playbook.segment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer of one rule or playbook to one entry.
 *
 * @param resultId the alert or run it led to
 */
public record EntryDecision(
        UUID id,
        UUID definitionId,
        int definitionVersion,
        UUID customerId,
        UUID membershipId,
        EntryOutcome outcome,
        @Nullable UUID resultId,
        Instant decidedAt) {}
