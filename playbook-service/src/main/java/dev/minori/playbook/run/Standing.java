package dev.minori.playbook.run;

import dev.minori.playbook.playbook.Program;
import dev.minori.playbook.playbook.Step;
import dev.minori.playbook.playbook.StepText;
import dev.minori.playbook.text.LocalText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands, for people.
 *
 * @param step the step it stands at, or ended at; null if it is completed
 * @param since since when it stands there
 * @param sentence where and why, in one sentence
 * @param next what may come next; empty when it has ended
 */
public record Standing(@Nullable LocalText step, Instant since, LocalText sentence, List<Next> next) {
    public Standing {
        next = List.copyOf(next);
    }

    /**
     * A step that may come next.
     *
     * @param stepId null for the playbook's end
     * @param when which answer of a branch leads there: "then" or "otherwise"; null if it comes anyway
     * @param at when, as far as that is known now
     */
    public record Next(
            @Nullable String stepId,
            LocalText title,
            @Nullable String when,
            @Nullable Instant at) {}

    static Standing of(PlaybookRun run, @Nullable Program program, boolean paused, Instant since, ZoneId zone) {
        RunState state = run.state();
        return new Standing(step(state, program), since, sentence(state, program, paused, zone), next(state, program));
    }

    private static @Nullable LocalText step(RunState state, @Nullable Program program) {
        String stepId = switch (state) {
            case RunState.Active active -> active.stepId();
            case RunState.Cancelled cancelled -> cancelled.stepId();
            case RunState.Failed failed -> failed.stepId();
            case RunState.Completed _ -> null;
        };
        return stepId == null ? null : title(stepId, program);
    }

    private static LocalText title(String stepId, @Nullable Program program) {
        return program == null ? LocalText.same(stepId) : StepText.of(program.step(stepId));
    }

    private static LocalText sentence(RunState state, @Nullable Program program, boolean paused, ZoneId zone) {
        if (state instanceof RunState.Active active && paused) {
            LocalText at = title(active.stepId(), program);
            return new LocalText(
                    "プレイブックが停止中のため、「%s」で止まっています。再開すると、ここから続きます。".formatted(at.ja()),
                    "The playbook is paused, so the run rests at: %s. It goes on here when resumed."
                            .formatted(at.en()));
        }
        return switch (state) {
            case RunState.Ready(var stepId, var _) -> {
                LocalText at = title(stepId, program);
                yield new LocalText("まもなく「%s」を実行します。".formatted(at.ja()), "About to be done: %s.".formatted(at.en()));
            }
            case RunState.Waiting(var stepId, var due) -> {
                LocalText at = title(stepId, program);
                LocalText until = moment(due, zone);
                yield new LocalText(
                        "「%s」の途中です。%s に次へ進みます。".formatted(at.ja(), until.ja()),
                        "%s: goes on at %s.".formatted(at.en(), until.en()));
            }
            case RunState.Retrying(var stepId, var failures, var due, var problem) -> {
                LocalText at = title(stepId, program);
                LocalText again = moment(due, zone);
                LocalText why = StepProblem.words(problem);
                yield new LocalText(
                        "「%s」が%d回失敗しました（%s）。%s にもう一度試します。".formatted(at.ja(), failures, why.ja(), again.ja()),
                        "%s failed %d time(s) (%s) and is tried again at %s."
                                .formatted(at.en(), failures, why.en(), again.en()));
            }
            case RunState.Completed(var at) -> {
                LocalText then = moment(at, zone);
                yield new LocalText("%s に完了しました。".formatted(then.ja()), "Completed at %s.".formatted(then.en()));
            }
            case RunState.Cancelled(var _, var at, var reason) -> {
                LocalText then = moment(at, zone);
                LocalText why = reason.equals("customer-removed")
                        ? new LocalText("顧客の情報が削除されたため", "the customer was removed")
                        : LocalText.same(reason);
                yield new LocalText(
                        "%s に中止されました（%s）。".formatted(then.ja(), why.ja()),
                        "Cancelled at %s (%s).".formatted(then.en(), why.en()));
            }
            case RunState.Failed(var stepId, var at, var problem) -> {
                LocalText step = title(stepId, program);
                LocalText then = moment(at, zone);
                LocalText why = StepProblem.words(problem);
                yield new LocalText(
                        "%s に「%s」で失敗しました（%s）。".formatted(then.ja(), step.ja(), why.ja()),
                        "Failed at %s in: %s (%s).".formatted(then.en(), step.en(), why.en()));
            }
        };
    }

    private static List<Next> next(RunState state, @Nullable Program program) {
        if (!(state instanceof RunState.Active active) || program == null) {
            return List.of();
        }
        Step step = program.step(active.stepId());
        Instant at = active.dueAt();
        return switch (step) {
            case Step.Task _, Step.Notify _, Step.Wait _ ->
                List.of(next(program.after(step.id()).orElse(null), null, at));
            case Step.End _ -> List.of(next(null, null, at));
            case Step.Branch branch -> {
                List<Next> both = new ArrayList<>();
                both.add(next(program.into(branch, true).orElse(null), "then", at));
                both.add(next(program.into(branch, false).orElse(null), "otherwise", at));
                yield both;
            }
        };
    }

    private static Next next(@Nullable Step step, @Nullable String when, Instant at) {
        return step == null
                ? new Next(null, new LocalText("完了", "Completed"), when, at)
                : new Next(step.id(), StepText.of(step), when, at);
    }

    private static LocalText moment(Instant instant, ZoneId zone) {
        return StepText.moment(LocalDateTime.ofInstant(instant, zone));
    }
}
