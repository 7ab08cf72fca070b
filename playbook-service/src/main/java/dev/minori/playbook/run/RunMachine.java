package dev.minori.playbook.run;

import dev.minori.playbook.calendar.BusinessCalendar;
import dev.minori.playbook.playbook.Program;
import dev.minori.playbook.playbook.Step;
import dev.minori.playbook.run.RunState.Active;
import dev.minori.playbook.run.RunState.Completed;
import dev.minori.playbook.run.RunState.Ready;
import dev.minori.playbook.run.RunState.Waiting;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules by which a run moves through its program. Pure: the same state, result and instant always give the same next
 * state, whichever process asks and however often.
 */
final class RunMachine {
    private final Program program;
    private final BusinessCalendar calendar;

    RunMachine(Program program, BusinessCalendar calendar) {
        this.program = program;
        this.calendar = calendar;
    }

    /** A new run stands at the first step. */
    Active start(Instant now) {
        return stand(program.first(), now);
    }

    /** The step a run stands at. */
    Step step(Active state) {
        return program.step(state.stepId());
    }

    /** The step is done: the run stands at the next one, or is completed. */
    RunState done(Active state, StepResult result, Instant now) {
        Optional<Step> next = switch (program.step(state.stepId())) {
            case Step.Task _, Step.Notify _, Step.Wait _ -> program.after(state.stepId());
            case Step.Branch branch -> choose(branch, result);
            case Step.End _ -> Optional.empty();
        };
        return next.<RunState>map(step -> stand(step, now)).orElseGet(() -> new Completed(now));
    }

    private Optional<Step> choose(Step.Branch branch, StepResult result) {
        if (!(result instanceof StepResult.Branched branched)) {
            throw new IllegalArgumentException("a branch is done when its condition was evaluated, not by " + result);
        }
        return switch (branched.answer()) {
            case TRUE -> program.into(branch, true);
            case FALSE -> program.into(branch, false);
            case UNKNOWN ->
                switch (branch.onUnknown()) {
                    case THEN -> program.into(branch, true);
                    case OTHERWISE -> program.into(branch, false);
                    case END -> Optional.empty();
                };
        };
    }

    private Active stand(Step step, Instant now) {
        return switch (step) {
            case Step.Task _, Step.Notify _, Step.Branch _, Step.End _ -> new Ready(step.id(), now);
            case Step.Wait wait -> new Waiting(step.id(), latest(now, endOf(wait.span(), now)));
        };
    }

    private Instant endOf(Step.Span span, Instant now) {
        return switch (span) {
            case Step.Span.BusinessDays(int count) -> calendar.addBusinessDays(now, count);
            case Step.Span.Days(int count) -> calendar.addDays(now, count);
            case Step.Span.Until(var local) -> local.atZone(calendar.zone()).toInstant();
        };
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
