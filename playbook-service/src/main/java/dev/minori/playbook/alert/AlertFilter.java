package dev.minori.playbook.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts a list shows; what is null does not narrow.
 *
 * @param open true for open ones, false for closed ones
 * @param snoozed true for those out of sight now, false for all others
 * @param owners only customers of these CSMs
 * @param unowned only customers that nobody owns
 * @param openAt only alerts that were open at this instant, as their last state tells
 * @param text words in title or customer, folded
 * @param visibleOwners only customers of these CSMs: the workspace's visibility
 */
public record AlertFilter(
        @Nullable Boolean open,
        @Nullable Boolean snoozed,
        @Nullable UUID customerId,
        @Nullable UUID ruleId,
        @Nullable Severity severity,
        @Nullable List<UUID> owners,
        boolean unowned,
        @Nullable Instant openAt,
        @Nullable Instant openedFrom,
        @Nullable Instant openedBefore,
        @Nullable Instant closedFrom,
        @Nullable Instant closedBefore,
        @Nullable String text,
        @Nullable List<UUID> visibleOwners) {}
