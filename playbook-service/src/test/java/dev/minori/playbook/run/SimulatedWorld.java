package dev.minori.playbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.playbook.calendar.BusinessCalendar;
import dev.minori.playbook.playbook.Playbook;
import dev.minori.playbook.playbook.PlaybookDocument;
import dev.minori.playbook.playbook.Playbooks;
import dev.minori.playbook.playbook.Step;
import dev.minori.playbook.playbook.TestPlaybooks;
import dev.minori.playbook.run.RunState.Active;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Effects, clock and transactions of a simulation, with faults by seed. */
final class SimulatedWorld implements StepEffects {
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    static final class JumpingClock extends Clock {
        private Instant now = Instant.parse("2026-11-20T06:00:00Z");

        void jump(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static final UUID PLAYBOOK = UUID.randomUUID();
    private static final String DOCUMENT = """
            key: simulation
            name: 試験
            trigger: {segment: band-fell}
            steps:
              - {id: call, task: {title: 連絡する, dueInBusinessDays: 1}}
              - {id: rest, wait: {businessDays: 2}}
              - id: back
                branch:
                  condition: usage.back
                  then: [{id: praise, notify: {template: praise, to: owner}}]
                  otherwise:
                    - {id: visit, task: {title: 訪問する, dueInBusinessDays: 3}}
                    - {id: longer, wait: {days: 1}}
                  onUnknown: otherwise
              - {id: tell, notify: {template: told, to: team}}
            """;

    final JumpingClock clock = new JumpingClock();
    final Random random;
    long crashes;
    long outdatedWorkers;
    boolean faults;
    boolean ignoreFences;
    private boolean frozen;

    /** Happens while another service is asked. */
    @Nullable
    Runnable whileAsking;

    final SimulatedRuns runs = new SimulatedRuns();
    private List<String> effects = new ArrayList<>();

    SimulatedWorld(long seed) {
        this.random = new Random(seed);
    }

    RunWorker worker() {
        return new RunWorker(new KillableSteps(), this, new SilentMeters());
    }

    List<UUID> startRuns(int count) {
        List<UUID> ids = new ArrayList<>();
        RunSteps plain = new KillableSteps();
        for (int i = 0; i < count; i++) {
            Active first = plain.machine(version()).start(clock.instant());
            PlaybookRun run = new PlaybookRun(
                    UUID.randomUUID(), PLAYBOOK, 1, UUID.randomUUID(), null, first, clock.instant(), null, 0, 1);
            runs.insert(run);
            plain.enter(run, first, clock.instant());
            ids.add(run.id());
        }
        return ids;
    }

    boolean allFinished() {
        return runs.allEnded();
    }

    void check(List<UUID> started) {
        assertThat(effects).as("an effect happened twice").doesNotHaveDuplicates();
        for (UUID id : started) {
            assertThat(runs.find(id).orElseThrow().state()).isInstanceOf(RunState.Completed.class);
            List<RunStep> path = runs.listSteps(id);
            List<String> ids = path.stream().map(RunStep::stepId).toList();
            assertThat(ids)
                    .isIn(
                            List.of("call", "rest", "back", "praise", "tell"),
                            List.of("call", "rest", "back", "visit", "longer", "tell"));
            for (RunStep step : path) {
                assertThat(step.finishedAt())
                        .as("step %s was left undone", step.stepId())
                        .isNotNull();
                if (step.kind().equals("wait")) {
                    assertThat(step.finishedAt()).as("fired too early").isAfterOrEqualTo(step.dueAt());
                }
                if (Set.of("task", "notify").contains(step.kind())) {
                    assertThat(effects).contains(id + "|" + step.stepId());
                }
            }
        }
    }

    private final class KillableSteps extends RunSteps {
        KillableSteps() {
            super(runs, playbooks(), SimulatedWorld::calendar, SimulatedWorld.this, _ -> {}, clock);
        }

        @Override
        public List<Held> claim(String worker, int limit) {
            return transaction(() -> super.claim(worker, limit));
        }

        @Override
        public boolean done(Held held, StepResult.@Nullable Branched asked) {
            boolean done = transaction(() -> ignoreFences ? unchecked(held, asked) : super.done(held, asked));
            outdatedWorkers += done ? 0 : 1;
            return done;
        }

        /** What a worker would do that does not look whether it still holds the run. */
        private boolean unchecked(Held held, StepResult.@Nullable Branched asked) {
            StepResult result = apply(held.run(), held.step(), asked);
            Active active = (Active) held.run().state();
            runs.finish(held.run().id(), active.stepId(), clock.instant(), result);
            move(held.run(), machine(held.run()).done(active, result, clock.instant()));
            return true;
        }

        @Override
        public boolean retry(Held held, String problem) {
            return transaction(() -> super.retry(held, problem));
        }
    }

    private interface Work<T> {
        T run();
    }

    /** Killed before, inside (all is undone) or just after the commit. */
    private <T> T transaction(Work<T> work) {
        maybeKill();
        SimulatedRuns.Snapshot before = runs.snapshot();
        List<String> effectsBefore = new ArrayList<>(effects);
        try {
            T result = work.run();
            maybeKill();
            return afterCommit(result);
        } catch (RuntimeException | Error undone) {
            if (!(undone instanceof KilledAfterCommit)) {
                runs.restore(before);
                effects = effectsBefore;
            }
            throw undone instanceof KilledAfterCommit ? new Killed() : sneaky(undone);
        }
    }

    private static final class KilledAfterCommit extends Error {
        private static final long serialVersionUID = 1L;
    }

    private <T> T afterCommit(T result) {
        if (faults && random.nextInt(25) == 0) {
            throw new KilledAfterCommit();
        }
        return result;
    }

    private static Error sneaky(Throwable thrown) {
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        return (Error) thrown;
    }

    private void maybeKill() {
        if (faults && random.nextInt(25) == 0) {
            throw new Killed();
        }
    }

    @Override
    public StepResult.Branched ask(PlaybookRun run, Step.Branch branch) {
        if (whileAsking != null) {
            whileAsking.run();
        }
        if (faults && random.nextInt(4) == 0) {
            throw StepFailure.passing(StepProblem.SCORING_AWAY, "no answer");
        }
        if (faults && !frozen && random.nextInt(3) == 0) {
            freeze();
        }
        maybeKill();
        return new StepResult.Branched(StepResult.Answer.values()[random.nextInt(3)], Map.of());
    }

    /** This worker stops for longer than its lease while another one works; then it wakes up and goes on. */
    private void freeze() {
        frozen = true;
        runs.databaseTime += 2 * SimulatedRuns.LEASE_SECONDS;
        try {
            worker().work();
        } catch (Killed _) {
            crashes++;
        } finally {
            frozen = false;
        }
    }

    @Override
    public StepResult apply(PlaybookRun run, Step step, StepResult.@Nullable Branched asked) {
        return switch (step) {
            case Step.Task _ -> {
                effects.add(run.id() + "|" + step.id());
                yield new StepResult.TaskOpened(UUID.randomUUID());
            }
            case Step.Notify _ -> {
                effects.add(run.id() + "|" + step.id());
                yield new StepResult.Told(UUID.randomUUID());
            }
            case Step.Wait _ -> new StepResult.TimePassed();
            case Step.End _ -> new StepResult.Ended();
            case Step.Branch _ -> asked;
        };
    }

    private static BusinessCalendar calendar() {
        return new BusinessCalendar(ZoneId.of("Asia/Tokyo"), Set.of(), Map.of(), List.of());
    }

    private static Playbooks playbooks() {
        return TestPlaybooks.withOne(PLAYBOOK, DOCUMENT);
    }

    private static Playbooks.Version version() {
        Playbook playbook = PlaybookDocument.parse(DOCUMENT);
        return new Playbooks.Version(TestPlaybooks.definition(PLAYBOOK), 1, playbook);
    }

    private static final class SilentMeters implements RunMeters {
        @Override
        public void stepDone(String kind) {}

        @Override
        public void runFailed() {}
    }
}
