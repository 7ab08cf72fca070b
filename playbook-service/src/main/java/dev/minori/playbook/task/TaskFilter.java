package dev.minori.playbook.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list shows; what is null does not narrow.
 *
 * @param owners only tasks of these members; empty for none of them
 * @param unowned only tasks that nobody owns
 * @param states {@code open}, {@code snoozed}, {@code active} (both), {@code completed}, {@code cancelled} or
 *     {@code ended} (both); {@code open} includes what was snoozed until before {@code now}
 * @param overdueOn only tasks whose day is before this one
 * @param openAt only tasks that were to be done at this instant
 * @param text words in title or customer, folded
 * @param customerOwners only customers of these CSMs: the workspace's visibility
 */
public record TaskFilter(
        @Nullable List<UUID> owners,
        boolean unowned,
        @Nullable UUID customerId,
        @Nullable UUID runId,
        @Nullable UUID alertId,
        @Nullable UUID createdBy,
        @Nullable TaskKind kind,
        @Nullable TaskPriority priority,
        @Nullable String states,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        @Nullable LocalDate overdueOn,
        @Nullable Instant openAt,
        @Nullable Instant createdFrom,
        @Nullable Instant createdBefore,
        @Nullable Instant completedFrom,
        @Nullable Instant completedBefore,
        @Nullable String text,
        @Nullable List<UUID> customerOwners,
        Instant now) {}
