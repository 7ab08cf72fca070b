package dev.minori.playbook.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list shows; what is null does not narrow.
 *
 * @param state wire name of a state; {@code open} includes what was snoozed until before {@code now}
 * @param overdueOn only active tasks due before this day
 * @param customerOwners only customers of these CSMs: the workspace's visibility
 */
public record TaskFilter(
        @Nullable UUID ownerMemberId,
        @Nullable UUID customerId,
        @Nullable UUID runId,
        @Nullable String state,
        @Nullable LocalDate overdueOn,
        @Nullable List<UUID> customerOwners,
        Instant now) {}
