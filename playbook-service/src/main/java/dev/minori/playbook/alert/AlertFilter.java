package dev.minori.playbook.alert;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts a list shows; what is null does not narrow.
 *
 * @param open true for open ones, false for closed ones
 * @param customerOwner only customers of this CSM
 * @param visibleOwners only customers of these CSMs: the workspace's visibility
 */
public record AlertFilter(
        @Nullable Boolean open,
        @Nullable UUID customerId,
        @Nullable UUID ruleId,
        @Nullable UUID customerOwner,
        @Nullable List<UUID> visibleOwners) {}
