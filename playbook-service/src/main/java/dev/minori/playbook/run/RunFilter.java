package dev.minori.playbook.run;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which runs a list shows; what is null does not narrow.
 *
 * @param state wire name of a state, or {@code active} for all that go on
 * @param stepId the step that a run stands at, or ended at
 * @param visibleOwners only customers of these CSMs: the workspace's visibility
 */
public record RunFilter(
        @Nullable UUID playbookId,
        @Nullable UUID customerId,
        @Nullable String state,
        @Nullable String stepId,
        @Nullable List<UUID> visibleOwners) {}
