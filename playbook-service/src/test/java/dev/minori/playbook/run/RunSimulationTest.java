package dev.minori.playbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.run.SimulatedWorld.Killed;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Runs under crashes at every boundary, frozen workers that come back, lost answers and clocks that jump, in one thread
 * by seed: a seed that breaks reproduces.
 */
class RunSimulationTest {
    private static final int SEEDS = Integer.getInteger("minori.simulation.seeds", 500);

    @Test
    void everyEffectHappensOnceAndEveryRunEndsWhateverFails() {
        long crashes = 0;
        long outdated = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            SimulatedWorld world = new SimulatedWorld(seed);
            play(world, seed);
            crashes += world.crashes;
            outdated += world.outdatedWorkers;
        }
        assertThat(crashes).as("a simulation without crashes proves nothing").isGreaterThan(SEEDS);
        assertThat(outdated).as("workers that came back too late").isPositive();
    }

    private static void play(SimulatedWorld world, long seed) {
        WorkspaceContext.run(UUID.randomUUID(), () -> play(world, new Random(seed)));
    }

    private static void play(SimulatedWorld world, Random random) {
        List<UUID> runs = world.startRuns(1 + random.nextInt(6));
        world.faults = true;
        for (int i = 0; i < 60; i++) {
            tick(world);
            world.clock.jump(Duration.ofMinutes(random.nextInt(-60, 60 * 20)));
            world.runs.databaseTime += random.nextInt(40);
            world.runs.paused = random.nextInt(5) == 0;
        }
        world.faults = false;
        world.runs.paused = false;
        for (int i = 0; i < 200 && !world.allFinished(); i++) {
            world.clock.jump(Duration.ofHours(4));
            world.runs.databaseTime += 60;
            tick(world);
        }
        world.check(runs);
    }

    private static void tick(SimulatedWorld world) {
        try {
            world.worker().work();
        } catch (Killed _) {
            world.crashes++; // kill -9: what was not committed is gone, the lease stays.
        }
    }

    @Test
    void aServiceThatStopsInTheMiddleOfAStepGivesItsRunsBack() {
        WorkspaceContext.run(UUID.randomUUID(), () -> {
            SimulatedWorld world = new SimulatedWorld(1);
            List<UUID> runs = world.startRuns(3);
            world.worker().work();
            world.clock.jump(Duration.ofDays(10));
            RunWorker stopped = world.worker();
            world.whileAsking = () -> {
                stopped.stop();
                Thread.currentThread().interrupt();
                throw StepFailure.passing(StepProblem.STOPPING, "interrupted");
            };

            stopped.work();

            assertThat(Thread.interrupted()).as("the thread is told to stop").isTrue();
            assertThat(runs)
                    .allSatisfy(
                            run -> assertThat(world.runs.find(run).orElseThrow().state())
                                    .as("nothing was noted as failed")
                                    .isNotInstanceOfAny(RunState.Retrying.class, RunState.Failed.class));
            world.whileAsking = null;
            assertThat(world.worker().work())
                    .as("steps another worker does at once, without waiting for a lease")
                    .isGreaterThanOrEqualTo(3);
        });
    }

    @Test
    void aWorkerWithoutFencesWouldDoEffectsTwice() {
        long broken = 0;
        for (long seed = 1; seed <= 200; seed++) {
            SimulatedWorld world = new SimulatedWorld(seed);
            world.ignoreFences = true;
            try {
                play(world, seed);
            } catch (AssertionError | IllegalStateException | IllegalArgumentException _) {
                broken++;
            }
        }
        assertThat(broken).as("seeds that notice the missing fence").isPositive();
    }
}
