package dev.minori.playbook.task.store;

import dev.minori.kit.sql.Row;
import dev.minori.playbook.task.CsTask;
import dev.minori.playbook.task.TaskKind;
import dev.minori.playbook.task.TaskOrigin;
import dev.minori.playbook.task.TaskPriority;
import dev.minori.playbook.task.TaskState;
import dev.minori.playbook.text.LocalText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a task stands in {@code cs_task}. */
final class TaskColumns {
    private TaskColumns() {}

    static CsTask read(Row row) {
        String noteJa = row.findText("note_ja");
        String noteEn = row.findText("note_en");
        return new CsTask(
                row.uuid("id"),
                row.uuid("customer_id"),
                TaskKind.of(row.text("kind")),
                TaskPriority.ofRank(row.integer("priority")),
                new LocalText(row.text("title_ja"), row.text("title_en")),
                noteJa == null || noteEn == null ? null : new LocalText(noteJa, noteEn),
                row.findUuid("owner_member_id"),
                row.findDay("due_on"),
                readState(row),
                readOrigin(row),
                row.uuids("quoted_fact_ids"),
                row.instant("created_at"),
                row.number("revision"));
    }

    private static TaskState readState(Row row) {
        return switch (row.text("state")) {
            case "open" -> new TaskState.Open();
            case "snoozed" -> new TaskState.Snoozed(row.instant("snoozed_until"));
            case "completed" ->
                new TaskState.Completed(row.instant("ended_at"), row.findUuid("ended_by"), row.findText("outcome"));
            case "cancelled" ->
                new TaskState.Cancelled(row.instant("ended_at"), row.findUuid("ended_by"), row.text("outcome"));
            case String other -> throw new IllegalStateException("unknown state of a task: " + other);
        };
    }

    private static TaskOrigin readOrigin(Row row) {
        UUID alertId = row.findUuid("alert_id");
        UUID runId = row.findUuid("run_id");
        if (alertId != null) {
            return new TaskOrigin.FromAlert(alertId);
        }
        return runId == null
                ? new TaskOrigin.Person(row.findUuid("created_by"))
                : new TaskOrigin.FromStep(runId, row.text("step_id"));
    }

    record Ending(
            @Nullable Instant snoozedUntil,
            @Nullable Instant at,
            @Nullable UUID by,
            @Nullable String outcome) {
        static Ending of(TaskState state) {
            return switch (state) {
                case TaskState.Open _ -> new Ending(null, null, null, null);
                case TaskState.Snoozed(var until) -> new Ending(until, null, null, null);
                case TaskState.Completed(var at, var by, var outcome) -> new Ending(null, at, by, outcome);
                case TaskState.Cancelled(var at, var by, var reason) -> new Ending(null, at, by, reason);
            };
        }
    }

    record From(
            @Nullable UUID memberId,
            @Nullable UUID alertId,
            @Nullable UUID runId,
            @Nullable String stepId) {
        static From of(TaskOrigin origin) {
            return switch (origin) {
                case TaskOrigin.Person(var memberId) -> new From(memberId, null, null, null);
                case TaskOrigin.FromAlert(var alertId) -> new From(null, alertId, null, null);
                case TaskOrigin.FromStep(var runId, var stepId) -> new From(null, null, runId, stepId);
            };
        }
    }
}
