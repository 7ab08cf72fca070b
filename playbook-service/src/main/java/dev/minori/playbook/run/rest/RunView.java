package dev.minori.playbook.run.rest;

import dev.minori.kit.etag.Versioned;
import dev.minori.playbook.run.PlaybookRun;
import dev.minori.playbook.run.RunDetails;
import dev.minori.playbook.run.RunState;
import dev.minori.playbook.run.Standing;
import dev.minori.playbook.text.LocalText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run.
 *
 * @param customerName null while nothing was heard of the customer
 * @param state {@code ready}, {@code waiting}, {@code retrying}, {@code completed}, {@code cancelled} or {@code failed}
 * @param stepId the step it stands at, or ended at
 * @param dueAt when it goes on
 * @param stepTitle what that step is called
 * @param since since when it stands there
 * @param sentence where it stands and why, in one sentence
 * @param next what may come next; empty when it has ended
 * @param problem why the step is tried again, why it failed, or why it was cancelled
 */
record RunView(
        UUID id,
        UUID playbookId,
        int playbookVersion,
        String playbookKey,
        LocalText playbookName,
        UUID customerId,
        @Nullable String customerName,
        @Nullable UUID membershipId,
        String state,
        @Nullable String stepId,
        @Nullable LocalText stepTitle,
        Instant since,
        LocalText sentence,
        @Nullable Instant dueAt,
        List<NextView> next,
        @Nullable String problem,
        Instant startedAt,
        @Nullable UUID startedBy,
        @Nullable Instant finishedAt,
        long version)
        implements Versioned {

    /**
     * A step that may come next.
     *
     * @param stepId null for the playbook's end
     * @param when which answer of a branch leads there: "then" or "otherwise"; null if it comes anyway
     * @param at when
     */
    record NextView(
            @Nullable String stepId,
            LocalText title,
            @Nullable String when,
            @Nullable Instant at) {}

    static RunView of(RunDetails.Stood stood) {
        PlaybookRun run = stood.row().run();
        Standing standing = stood.standing();
        Stand stand = Stand.of(run.state());
        return new RunView(
                run.id(),
                run.playbookId(),
                run.playbookVersion(),
                stood.row().playbookKey(),
                stood.row().playbookName(),
                run.customerId(),
                stood.row().customerName(),
                run.membershipId(),
                run.state().wireName(),
                stand.stepId(),
                standing.step(),
                standing.since(),
                standing.sentence(),
                stand.dueAt(),
                standing.next().stream()
                        .map(next -> new NextView(next.stepId(), next.title(), next.when(), next.at()))
                        .toList(),
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
