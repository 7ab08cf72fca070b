package dev.minori.playbook.run.rest;

import dev.minori.kit.etag.Versioned;
import dev.minori.playbook.notice.NoticeView;
import dev.minori.playbook.playbook.Program;
import dev.minori.playbook.playbook.StepText;
import dev.minori.playbook.run.RunDetails;
import dev.minori.playbook.run.RunState;
import dev.minori.playbook.run.RunStep;
import dev.minori.playbook.run.StepProblem;
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
     * @param title what it is called
     * @param sentence what came of it, or where the run stands with it and why
     * @param result for example {@code task-opened}; null while it is not done
     * @param taskId the task it opened
     * @param answer what a branch's condition was: {@code true}, {@code false} or {@code unknown}
     */
    record StepView(
            String stepId,
            int position,
            String kind,
            LocalText title,
            LocalText sentence,
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
        static StepView of(RunStep step, RunDetails.Stood stood, LocalText standing) {
            StepResult result = step.result();
            Program program = stood.program();
            return new StepView(
                    step.stepId(),
                    step.position(),
                    step.kind(),
                    program == null ? LocalText.same(step.stepId()) : StepText.of(program.step(step.stepId())),
                    result == null ? standing : done(result),
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

    private static LocalText done(StepResult result) {
        return switch (result) {
            case StepResult.TaskOpened _ -> new LocalText("タスクを作成しました。", "A task was opened.");
            case StepResult.Told _ -> new LocalText("通知を依頼しました。", "A notification was asked for.");
            case StepResult.NobodyToTell(var reason) -> {
                LocalText why = StepProblem.words(reason);
                yield new LocalText("通知しませんでした。" + why.ja() + "。", "Nobody was told: " + why.en() + ".");
            }
            case StepResult.TimePassed _ -> new LocalText("待ち時間が終わりました。", "The wait is over.");
            case StepResult.Ended _ -> new LocalText("ここで終わりました。", "The run ended here.");
            case StepResult.Branched(var answer, var _) ->
                switch (answer) {
                    case TRUE -> new LocalText("条件に当てはまりました。", "The condition was true.");
                    case FALSE -> new LocalText("条件に当てはまりませんでした。", "The condition was false.");
                    case UNKNOWN -> new LocalText("値が足りず、条件を判定できませんでした。", "The condition could not be known.");
                };
        };
    }

    static RunDetailView of(RunDetails.Detail detail) {
        RunDetails.Stood stood = detail.stood();
        RunView run = RunView.of(stood);
        boolean active = stood.row().run().state() instanceof RunState.Active;
        return new RunDetailView(
                run,
                stood.row().playbookKey(),
                stood.row().playbookName(),
                active ? run.sentence() : null,
                detail.steps().stream()
                        .map(step -> StepView.of(step, stood, run.sentence()))
                        .toList(),
                detail.notices().stream().map(NoticeView::of).toList(),
                stood.row().run().revision());
    }
}
