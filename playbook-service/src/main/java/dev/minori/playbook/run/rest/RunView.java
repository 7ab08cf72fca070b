package dev.minori.playbook.run.rest;

import dev.minori.kit.etag.Versioned;
import dev.minori.playbook.run.PlaybookRun;
import dev.minori.playbook.run.RunState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run.
 *
 * @param state {@code ready}, {@code waiting}, {@code retrying}, {@code completed}, {@code cancelled} or {@code failed}
 * @param stepId the step it stands at, or ended at
 * @param dueAt when it goes on
 * @param problem why the step is tried again, why it failed, or why it was cancelled
 */
record RunView(
        UUID id,
        UUID playbookId,
        int playbookVersion,
        UUID customerId,
        @Nullable UUID membershipId,
        String state,
        @Nullable String stepId,
        @Nullable Instant dueAt,
        @Nullable String problem,
        Instant startedAt,
        @Nullable UUID startedBy,
        @Nullable Instant finishedAt,
        long version)
        implements Versioned {

    static RunView of(PlaybookRun run) {
        Stand stand = Stand.of(run.state());
        return new RunView(
                run.id(),
                run.playbookId(),
                run.playbookVersion(),
                run.customerId(),
                run.membershipId(),
                run.state().wireName(),
                stand.stepId(),
                stand.dueAt(),
                stand.problem(),
                run.startedAt(),
                run.startedBy(),
                stand.finishedAt(),
                run.revision());
    }

    private record Stand(
            @Nullable String stepId,
            @Nullable Instant dueAt,
            @Nullable String problem,
            @Nullable Instant finishedAt) {
        static Stand of(RunState state) {
            return switch (state) {
                case RunState.Ready(var step, var due) -> new Stand(step, due, null, null);
                case RunState.Waiting(var step, var due) -> new Stand(step, due, null, null);
                case RunState.Retrying(var step, var _, var due, var problem) -> new Stand(step, due, problem, null);
                case RunState.Completed(var at) -> new Stand(null, null, null, at);
                case RunState.Cancelled(var step, var at, var reason) -> new Stand(step, null, reason, at);
                case RunState.Failed(var step, var at, var problem) -> new Stand(step, null, problem, at);
            };
        }
    }
}
