package dev.minori.playbook.run;

import dev.minori.playbook.playbook.Step;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes up runs that are due and moves them: claim, ask outside of a transaction where another service answers, then
 * commit effect and progress together. A worker that dies anywhere leaves a lease that runs out; one that was only slow
 * finds its fence outdated and changes nothing.
 */
@ApplicationScoped
public class RunWorker {
    private static final int BATCH = 20;

    private final RunSteps steps;
    private final StepEffects effects;
    private final RunMeters meters;
    private final String name = "worker-" + ProcessHandle.current().pid();
    private final ConcurrentMap<UUID, RunSteps.Held> held = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    RunWorker(RunSteps steps, StepEffects effects, RunMeters meters) {
        this.steps = steps;
        this.effects = effects;
        this.meters = meters;
    }

    /** Moves what is due in the current workspace until nothing is, and says how many steps were done. */
    public int work() {
        int moved = 0;
        List<RunSteps.Held> batch;
        do {
            batch = steps.claim(name, BATCH);
            batch.forEach(run -> held.put(run.run().id(), run));
            for (int i = 0; i < batch.size(); i++) {
                if (stopping) {
                    giveBack(batch.subList(i, batch.size()));
                    return moved;
                }
                moved += attempt(batch.get(i)) ? 1 : 0;
            }
        } while (!batch.isEmpty() && !stopping);
        return moved;
    }

    /** Takes up nothing more: the step at hand is finished or, when its thread is interrupted, given back. */
    public void stop() {
        stopping = true;
    }

    /** Goes on holding what this worker is busy with, in the current workspace. */
    public void heartbeat() {
        List<RunSteps.Held> busy = new ArrayList<>(held.values());
        if (!busy.isEmpty()) {
            steps.extend(busy);
        }
    }

    private boolean attempt(RunSteps.Held run) {
        try {
            boolean done = steps.done(run, ask(run));
            if (done) {
                meters.stepDone(run.step().kind());
            }
            return done;
        } catch (RuntimeException failed) {
            if (isStopped(failed)) {
                giveBack(List.of(run));
            } else {
                note(run, failed);
            }
            return false;
        } finally {
            held.remove(run.run().id());
        }
    }

    /** Whether the service stops, so that its parts go away and whatever a step does may fail; only a verdict counts then. */
    private boolean isStopped(RuntimeException failed) {
        boolean verdict = failed instanceof StepFailure failure && !failure.isPassing();
        return stopping && !verdict;
    }

    /** The service stops, the runs do not: whoever has time, or this service after its start, goes on with them. */
    private void giveBack(List<RunSteps.Held> runs) {
        // Set when the process stops: the last words must still be written.
        boolean interrupted = Thread.interrupted();
        try {
            steps.release(runs);
            Log.infof("the service stops; %d runs of playbooks are given back and go on where they stand", runs.size());
        } catch (RuntimeException away) {
            Log.warnf("runs could not be given back and go on when their leases run out: %s", away.getMessage());
        } finally {
            runs.forEach(run -> held.remove(run.run().id()));
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void note(RunSteps.Held run, RuntimeException failed) {
        if (failed instanceof StepFailure failure) {
            note(run, failure);
        } else {
            Log.errorf(
                    failed,
                    "step %s of run %s failed; it is tried again",
                    run.step().id(),
                    run.run().id());
            retry(run, StepProblem.OWN_FAULT.line(failed.getClass().getSimpleName()));
        }
    }

    private StepResult.@Nullable Branched ask(RunSteps.Held run) {
        return run.step() instanceof Step.Branch branch ? effects.ask(run.run(), branch) : null;
    }

    private void note(RunSteps.Held run, StepFailure failure) {
        if (failure.isPassing()) {
            Log.infof("step %s of run %s waits: %s", run.step().id(), run.run().id(), failure.problem());
            retry(run, failure.problem());
        } else {
            Log.warnf("run %s fails at step %s: %s", run.run().id(), run.step().id(), failure.problem());
            steps.fail(run, failure.problem());
            meters.runFailed();
        }
    }

    /** If even this fails, the database is away: the lease runs out and another worker goes on. */
    private void retry(RunSteps.Held run, String problem) {
        try {
            steps.retry(run, problem);
        } catch (RuntimeException away) {
            Log.warnf(
                    away,
                    "run %s could not be put off; its lease will run out",
                    run.run().id());
        }
    }
}
