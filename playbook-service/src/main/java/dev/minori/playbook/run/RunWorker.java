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
            for (RunSteps.Held run : batch) {
                moved += attempt(run) ? 1 : 0;
            }
        } while (!batch.isEmpty());
        return moved;
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
        } catch (StepFailure failure) {
            note(run, failure);
            return false;
        } catch (RuntimeException unforeseen) {
            Log.errorf(
                    unforeseen,
                    "step %s of run %s failed; it is tried again",
                    run.step().id(),
                    run.run().id());
            retry(run, StepProblem.OWN_FAULT.line(unforeseen.getClass().getSimpleName()));
            return false;
        } finally {
            held.remove(run.run().id());
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
