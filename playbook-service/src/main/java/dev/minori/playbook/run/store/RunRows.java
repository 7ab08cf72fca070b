package dev.minori.playbook.run.store;

import dev.minori.kit.sql.Row;
import dev.minori.playbook.run.PlaybookRun;
import dev.minori.playbook.run.RunState;
import dev.minori.playbook.run.RunStep;
import dev.minori.playbook.run.StepResult;
import dev.minori.playbook.text.JsonText;
import org.jspecify.annotations.Nullable;

/** Reads rows of runs and their steps. */
final class RunRows {
    private RunRows() {}

    static PlaybookRun run(Row row) {
        return new PlaybookRun(
                row.uuid("id"),
                row.uuid("playbook_id"),
                row.integer("playbook_version"),
                row.uuid("customer_id"),
                row.findUuid("membership_id"),
                state(row),
                row.instant("started_at"),
                row.findUuid("started_by"),
                row.number("fence"),
                row.number("revision"));
    }

    private static RunState state(Row row) {
        return switch (row.text("state")) {
            case "ready" -> new RunState.Ready(row.text("step_id"), row.instant("due_at"));
            case "waiting" -> new RunState.Waiting(row.text("step_id"), row.instant("due_at"));
            case "retrying" ->
                new RunState.Retrying(
                        row.text("step_id"), row.integer("failures"), row.instant("due_at"), row.text("problem"));
            case "completed" -> new RunState.Completed(row.instant("finished_at"));
            case "cancelled" ->
                new RunState.Cancelled(row.findText("step_id"), row.instant("finished_at"), row.text("problem"));
            case "failed" -> new RunState.Failed(row.text("step_id"), row.instant("finished_at"), row.text("problem"));
            case String other -> throw new IllegalStateException("unknown state of a run: " + other);
        };
    }

    static RunStep step(Row row) {
        return new RunStep(
                row.text("step_id"),
                row.integer("position"),
                row.text("kind"),
                row.instant("entered_at"),
                row.instant("due_at"),
                row.integer("failures"),
                row.findText("problem"),
                row.findInstant("finished_at"),
                result(row));
    }

    private static @Nullable StepResult result(Row row) {
        return switch (row.findText("result")) {
            case null -> null;
            case "task-opened" -> new StepResult.TaskOpened(row.uuid("result_id"));
            case "told" -> new StepResult.Told(row.uuid("result_id"));
            case "nobody-to-tell" -> new StepResult.NobodyToTell(row.text("problem"));
            case "time-passed" -> new StepResult.TimePassed();
            case "branched" ->
                new StepResult.Branched(
                        StepResult.Answer.valueOf(row.text("answer")),
                        JsonText.readMapOrEmpty(row.findText("evidence")));
            case "ended" -> new StepResult.Ended();
            case String other -> throw new IllegalStateException("unknown result of a step: " + other);
        };
    }
}
