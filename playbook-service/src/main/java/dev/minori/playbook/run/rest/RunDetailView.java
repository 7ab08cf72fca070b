package dev.minori.playbook.run.rest;

import dev.minori.kit.etag.Versioned;
import dev.minori.playbook.notice.NoticeView;
import dev.minori.playbook.run.RunDetails;
import dev.minori.playbook.run.RunState;
import dev.minori.playbook.run.RunStep;
import dev.minori.playbook.run.StepResult;
import dev.minori.playbook.text.LocalText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run with each step it has entered, why it waits, and who was told.
 *
 * @param playbookKey key of its playbook
 * @param waitsFor one sentence, null if it has ended
 */
record RunDetailView(
        RunView run,
        String playbookKey,
        LocalText playbookName,
        @Nullable LocalText waitsFor,
        List<StepView> steps,
        List<NoticeView> notices,
        long version)
        implements Versioned {

    /**
     * A step.
     *
     * @param result for example {@code task-opened}; null while it is not done
     * @param taskId the task it opened
     * @param answer what a branch's condition was: {@code true}, {@code false} or {@code unknown}
     */
    record StepView(
            String stepId,
            int position,
            String kind,
            Instant enteredAt,
            Instant dueAt,
            int failures,
            @Nullable String problem,
            @Nullable Instant finishedAt,
            @Nullable String result,
            @Nullable UUID taskId,
            @Nullable UUID requestId,
            @Nullable String answer,
            Map<String, String> evidence) {
        static StepView of(RunStep step) {
            StepResult result = step.result();
            return new StepView(
                    step.stepId(),
                    step.position(),
                    step.kind(),
                    step.enteredAt(),
                    step.dueAt(),
                    step.failures(),
                    step.problem(),
                    step.finishedAt(),
                    result == null ? null : result.wireName(),
                    result instanceof StepResult.TaskOpened task ? task.taskId() : null,
                    result instanceof StepResult.Told told ? told.requestId() : null,
                    result instanceof StepResult.Branched branched
                            ? branched.answer().name().toLowerCase(Locale.ROOT)
                            : null,
                    result instanceof StepResult.Branched branched ? branched.evidence() : Map.of());
        }
    }

    static RunDetailView of(RunDetails.Detail detail) {
        return new RunDetailView(
                RunView.of(detail.run()),
                detail.playbook().key(),
                detail.playbook().name(),
                waitsFor(detail),
                detail.steps().stream().map(StepView::of).toList(),
                detail.notices().stream().map(NoticeView::of).toList(),
                detail.run().revision());
    }

    private static @Nullable LocalText waitsFor(RunDetails.Detail detail) {
        RunState state = detail.run().state();
        if (state instanceof RunState.Active && detail.playbook().paused()) {
            return new LocalText(
                    "プレイブックが停止中です。再開すると、ここから続きます。", "The playbook is paused. It goes on here when resumed.");
        }
        return switch (state) {
            case RunState.Ready _ -> new LocalText("まもなく次のステップを実行します。", "The next step is about to be done.");
            case RunState.Waiting(var _, var due) ->
                new LocalText("%s まで待っています。".formatted(due), "It waits until %s.".formatted(due));
            case RunState.Retrying(var _, var failures, var due, var problem) ->
                new LocalText(
                        "%d回失敗しました(%s)。%s にもう一度試します。".formatted(failures, problem, due),
                        "It failed %d time(s) (%s) and is tried again at %s.".formatted(failures, problem, due));
            case RunState.Completed _, RunState.Cancelled _, RunState.Failed _ -> null;
        };
    }
}
