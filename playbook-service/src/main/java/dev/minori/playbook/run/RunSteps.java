package dev.minori.playbook.run;

import dev.minori.events.MessageKey;
import dev.minori.events.PlaybookEvent.PlaybookRunFinished;
import dev.minori.kit.failure.Transience;
import dev.minori.kit.log.LogField;
import dev.minori.kit.outbox.Outbox;
import dev.minori.kit.outbox.OutboxMessage;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.calendar.Calendars;
import dev.minori.playbook.playbook.Playbooks;
import dev.minori.playbook.playbook.Program;
import dev.minori.playbook.playbook.Step;
import dev.minori.playbook.run.RunState.Active;
import dev.minori.playbook.run.RunState.Finished;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The transactions by which a worker moves runs. Each checks that the worker still holds the run: the row is locked and
 * carries the fence the worker was given, otherwise nothing happens.
 */
@ApplicationScoped
public class RunSteps {
    private final RunStore store;
    private final Playbooks playbooks;
    private final Calendars calendars;
    private final StepEffects effects;
    private final Outbox outbox;
    private final Clock clock;

    RunSteps(
            RunStore store, Playbooks playbooks, Calendars calendars, StepEffects effects, Outbox outbox, Clock clock) {
        this.store = store;
        this.playbooks = playbooks;
        this.calendars = calendars;
        this.effects = effects;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A run that a worker holds, and the step to be done. */
    public record Held(PlaybookRun run, Step step) {}

    /** Takes up runs that are due. A run whose version cannot be read fails and is not given; the others go on. */
    @Transactional
    public List<Held> claim(String worker, int limit) {
        return store.claim(clock.instant(), worker, limit).stream()
                .flatMap(run -> hold(run).stream())
                .toList();
    }

    private Optional<Held> hold(PlaybookRun run) {
        if (!(run.state() instanceof Active active)) {
            throw new IllegalStateException(
                    "run " + run.id() + " was due but is " + run.state().wireName());
        }
        try {
            return Optional.of(new Held(run, machine(run).step(active)));
        } catch (RuntimeException unreadable) {
            if (Transience.isTransient(unreadable)) {
                throw unreadable;
            }
            LogField.during(
                    "runId", run.id(), () -> Log.error("run fails: its playbook version cannot be read", unreadable));
            Instant now = clock.instant();
            String problem = StepProblem.VERSION_UNREADABLE.line();
            store.fail(run.id(), active.stepId(), now, problem);
            move(run, active.fail(now, problem));
            return Optional.empty();
        }
    }

    /** Does the step and moves the run on, if it is still held; false if not. Throws {@link StepFailure}. */
    @Transactional
    public boolean done(Held held, StepResult.@Nullable Branched asked) {
        return ifHeld(held, (run, active) -> {
            StepResult result = effects.apply(run, held.step(), asked);
            Instant now = clock.instant();
            store.finish(run.id(), active.stepId(), now, result);
            return machine(run).done(active, result, now);
        });
    }

    /** Has the step tried again later, if the run is still held. */
    @Transactional
    public boolean retry(Held held, String problem) {
        return ifHeld(held, (run, active) -> {
            RunState.Retrying retrying = active.retry(clock.instant(), problem);
            store.postpone(run.id(), retrying);
            return retrying;
        });
    }

    /** Ends the run at a step that can never be done, if the run is still held. */
    @Transactional
    public boolean fail(Held held, String problem) {
        return ifHeld(held, (run, active) -> {
            Instant now = clock.instant();
            store.fail(run.id(), active.stepId(), now, problem);
            return active.fail(now, problem);
        });
    }

    /** Goes on holding runs. */
    @Transactional
    public void extend(List<Held> held) {
        store.extend(held.stream().map(Held::run).toList());
    }

    /** Lets go of runs, so that another worker takes them up where they stand. */
    @Transactional
    public void release(List<Held> held) {
        store.release(held.stream().map(Held::run).toList());
    }

    /** Keeps a state of a run that is locked: notes a step it entered, tells others if it ended. */
    void move(PlaybookRun run, RunState next) {
        store.update(run.with(next));
        switch (next) {
            case RunState.Ready ready -> enter(run, ready, clock.instant());
            case RunState.Waiting waiting -> enter(run, waiting, clock.instant());
            case RunState.Retrying _ -> {}
            case Finished finished -> publishEnd(run, finished);
        }
    }

    /** Notes the step at which a run stands. */
    void enter(PlaybookRun run, Active at, Instant now) {
        Step step = machine(run).step(at);
        int position = store.listSteps(run.id()).size() + 1;
        store.enter(run.id(), new RunStep(step.id(), position, step.kind(), now, at.dueAt(), 0, null, null, null));
    }

    /** The rules of a run's own version. */
    RunMachine machine(PlaybookRun run) {
        Playbooks.Version version = playbooks
                .find(run.playbookId(), run.playbookVersion())
                .orElseThrow(() -> new IllegalStateException("version " + run.playbookVersion() + " of playbook "
                        + run.playbookId() + " is gone; published versions are never deleted"));
        return machine(version);
    }

    /** The rules of a version. */
    RunMachine machine(Playbooks.Version version) {
        return new RunMachine(Program.of(version.playbook().steps()), calendars.ofWorkspace());
    }

    private boolean ifHeld(Held held, BiFunction<PlaybookRun, Active, RunState> transition) {
        Optional<PlaybookRun> locked = store.lock(held.run().id());
        if (locked.isEmpty()
                || locked.get().fence() != held.run().fence()
                || !(locked.get().state() instanceof Active active)
                || !active.stepId().equals(held.step().id())) {
            return false;
        }
        move(locked.get(), transition.apply(locked.get(), active));
        return true;
    }

    private void publishEnd(PlaybookRun run, Finished end) {
        String outcome = switch (end) {
            case RunState.Completed _ -> "completed";
            case RunState.Cancelled _ -> "cancelled";
            case RunState.Failed _ -> "failed";
        };
        outbox.publish(OutboxMessage.live(
                MessageKey.customer(WorkspaceContext.current(), run.customerId()),
                new PlaybookRunFinished(
                        run.customerId(), run.id(), run.playbookId(), run.playbookVersion(), outcome, end.at())));
    }
}
