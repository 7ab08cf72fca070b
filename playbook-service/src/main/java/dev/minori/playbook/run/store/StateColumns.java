package dev.minori.playbook.run.store;

import dev.minori.playbook.run.RunState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a state stands in {@code playbook_run}. */
record StateColumns(
        String name,
        boolean active,
        @Nullable String stepId,
        @Nullable Instant dueAt,
        int failures,
        @Nullable String problem,
        @Nullable Instant finishedAt) {

    static StateColumns of(RunState state) {
        return switch (state) {
            case RunState.Ready(var step, var due) -> going(state, step, due, 0, null);
            case RunState.Waiting(var step, var due) -> going(state, step, due, 0, null);
            case RunState.Retrying(var step, var failures, var due, var problem) ->
                going(state, step, due, failures, problem);
            case RunState.Completed(var at) -> ended(state, null, at, null);
            case RunState.Cancelled(var step, var at, var reason) -> ended(state, step, at, reason);
            case RunState.Failed(var step, var at, var problem) -> ended(state, step, at, problem);
        };
    }

    private static StateColumns going(
            RunState state, String step, Instant due, int failures, @Nullable String problem) {
        return new StateColumns(state.wireName(), true, step, due, failures, problem, null);
    }

    private static StateColumns ended(RunState state, @Nullable String step, Instant at, @Nullable String problem) {
        return new StateColumns(state.wireName(), false, step, null, 0, problem, at);
    }
}
