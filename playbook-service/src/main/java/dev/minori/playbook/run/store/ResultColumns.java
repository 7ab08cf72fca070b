package dev.minori.playbook.run.store;

import dev.minori.playbook.run.StepResult;
import dev.minori.playbook.text.JsonText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a result stands in {@code playbook_run_step}. */
record ResultColumns(
        @Nullable UUID id,
        @Nullable String answer,
        @Nullable String reason,
        @Nullable String evidence) {

    static ResultColumns of(StepResult result) {
        return switch (result) {
            case StepResult.TaskOpened(var taskId) -> new ResultColumns(taskId, null, null, null);
            case StepResult.Told(var requestId) -> new ResultColumns(requestId, null, null, null);
            case StepResult.NobodyToTell(var reason) -> new ResultColumns(null, null, reason, null);
            case StepResult.Branched(var answer, var evidence) ->
                new ResultColumns(null, answer.name(), null, JsonText.write(evidence));
            case StepResult.TimePassed _, StepResult.Ended _ -> new ResultColumns(null, null, null, null);
        };
    }
}
