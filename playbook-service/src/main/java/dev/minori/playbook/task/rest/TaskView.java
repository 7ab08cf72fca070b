package dev.minori.playbook.task.rest;

import dev.minori.kit.etag.Versioned;
import dev.minori.playbook.task.CsTask;
import dev.minori.playbook.task.TaskOrigin;
import dev.minori.playbook.task.TaskRow;
import dev.minori.playbook.task.TaskState;
import dev.minori.playbook.text.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task.
 *
 * @param customerName null while nothing was heard of the customer
 * @param kind {@code work} or {@code question}
 * @param priority {@code high}, {@code normal} or {@code low}
 * @param ownerName null if nobody owns it, or while nothing was heard of the member
 * @param dueOn local day of the workspace
 * @param state {@code open}, {@code snoozed}, {@code completed} or {@code cancelled}; a snoozed task whose time is over
 *     is open
 * @param overdue whether it is still to be done and its day is over
 * @param outcome what came of it, or why it was cancelled
 * @param origin {@code person}, {@code alert} or {@code playbook}
 */
record TaskView(
        UUID id,
        UUID customerId,
        @Nullable String customerName,
        String kind,
        String priority,
        LocalText title,
        @Nullable LocalText note,
        @Nullable UUID ownerMemberId,
        @Nullable String ownerName,
        @Nullable LocalDate dueOn,
        boolean overdue,
        String state,
        @Nullable Instant snoozedUntil,
        @Nullable Instant endedAt,
        @Nullable UUID endedBy,
        @Nullable String outcome,
        String origin,
        @Nullable UUID alertId,
        @Nullable UUID playbookRunId,
        @Nullable String stepId,
        @Nullable UUID createdBy,
        Instant createdAt,
        long version)
        implements Versioned {

    static TaskView of(TaskRow row, Instant now, LocalDate today) {
        CsTask task = row.task();
        State state = State.of(task.state(), now);
        LocalDate due = task.dueOn();
        boolean overdue = task.state() instanceof TaskState.Active && due != null && due.isBefore(today);
        Source source = Source.of(task.origin());
        return new TaskView(
                task.id(),
                task.customerId(),
                row.customerName(),
                task.kind().wireName(),
                task.priority().wireName(),
                task.title(),
                task.note(),
                task.ownerMemberId(),
                row.ownerName(),
                due,
                overdue,
                state.name(),
                state.until(),
                state.endedAt(),
                state.endedBy(),
                state.outcome(),
                source.name(),
                source.alertId(),
                source.runId(),
                source.stepId(),
                source.memberId(),
                task.createdAt(),
                task.revision());
    }

    private record State(
            String name,
            @Nullable Instant until,
            @Nullable Instant endedAt,
            @Nullable UUID endedBy,
            @Nullable String outcome) {
        static State of(TaskState state, Instant now) {
            return switch (state) {
                case TaskState.Open _ -> new State("open", null, null, null, null);
                case TaskState.Snoozed(var until) ->
                    until.isAfter(now)
                            ? new State("snoozed", until, null, null, null)
                            : new State("open", null, null, null, null);
                case TaskState.Completed(var at, var by, var outcome) -> new State("completed", null, at, by, outcome);
                case TaskState.Cancelled(var at, var by, var reason) -> new State("cancelled", null, at, by, reason);
            };
        }
    }

    private record Source(
            String name,
            @Nullable UUID memberId,
            @Nullable UUID alertId,
            @Nullable UUID runId,
            @Nullable String stepId) {
        static Source of(TaskOrigin origin) {
            return switch (origin) {
                case TaskOrigin.Person(var memberId) -> new Source("person", memberId, null, null, null);
                case TaskOrigin.FromAlert(var alertId) -> new Source("alert", null, alertId, null, null);
                case TaskOrigin.FromStep(var runId, var stepId) -> new Source("playbook", null, null, runId, stepId);
            };
        }
    }
}
