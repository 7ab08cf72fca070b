package dev.minori.playbook.run;

import dev.minori.playbook.run.RunState.Active;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs as the database keeps them: rows with fences and leases on its own clock, and a state to go back to. */
final class SimulatedRuns implements RunStore {
    static final long LEASE_SECONDS = 20;

    record Row(PlaybookRun run, long fence, long leasedUntil) {}

    /** What a transaction that fails is undone to. */
    record Snapshot(Map<UUID, Row> rows, Map<UUID, Map<String, RunStep>> steps) {}

    long databaseTime;
    boolean paused;
    private Map<UUID, Row> rows = new LinkedHashMap<>();
    private Map<UUID, Map<String, RunStep>> steps = new HashMap<>();

    Snapshot snapshot() {
        Map<UUID, Map<String, RunStep>> entered = new HashMap<>();
        steps.forEach((run, own) -> entered.put(run, new LinkedHashMap<>(own)));
        return new Snapshot(new LinkedHashMap<>(rows), entered);
    }

    void restore(Snapshot before) {
        rows = before.rows();
        steps = before.steps();
    }

    boolean allEnded() {
        return rows.values().stream().noneMatch(row -> row.run().state() instanceof Active);
    }

    @Override
    public boolean insert(PlaybookRun run) {
        rows.put(run.id(), new Row(run, 0, -1));
        return true;
    }

    @Override
    public Optional<PlaybookRun> find(UUID id) {
        return Optional.of(visible(rows.get(id)));
    }

    @Override
    public Optional<PlaybookRun> lock(UUID id) {
        return find(id);
    }

    private static PlaybookRun visible(Row row) {
        PlaybookRun run = row.run();
        return new PlaybookRun(
                run.id(),
                run.playbookId(),
                run.playbookVersion(),
                run.customerId(),
                run.membershipId(),
                run.state(),
                run.startedAt(),
                run.startedBy(),
                row.fence(),
                run.revision());
    }

    @Override
    public Optional<PlaybookRun> findLast(UUID playbookId, UUID customerId) {
        return Optional.empty();
    }

    @Override
    public List<PlaybookRun> listActive(UUID customerId) {
        return List.of();
    }

    @Override
    public void update(PlaybookRun run) {
        rows.put(run.id(), new Row(run, rows.get(run.id()).fence() + 1, -1));
    }

    @Override
    public List<PlaybookRun> claim(Instant now, String worker, int limit) {
        List<PlaybookRun> claimed = new ArrayList<>();
        if (paused) {
            return claimed;
        }
        for (Row row : List.copyOf(rows.values())) {
            boolean due = row.run().state() instanceof Active active
                    && !active.dueAt().isAfter(now);
            if (due && row.leasedUntil() < databaseTime && claimed.size() < limit) {
                Row held = new Row(row.run(), row.fence() + 1, databaseTime + LEASE_SECONDS);
                rows.put(row.run().id(), held);
                claimed.add(visible(held));
            }
        }
        return claimed;
    }

    @Override
    public void extend(List<PlaybookRun> held) {}

    @Override
    public void release(List<PlaybookRun> held) {
        held.forEach(run -> rows.computeIfPresent(
                run.id(), (_, row) -> row.fence() == run.fence() ? new Row(row.run(), row.fence(), -1) : row));
    }

    @Override
    public void enter(UUID runId, RunStep step) {
        Map<String, RunStep> entered = steps.computeIfAbsent(runId, _ -> new LinkedHashMap<>());
        if (entered.putIfAbsent(step.stepId(), step) != null) {
            throw new IllegalStateException("step " + step.stepId() + " was entered twice");
        }
    }

    @Override
    public void postpone(UUID runId, RunState.Retrying retrying) {}

    @Override
    public void finish(UUID runId, String stepId, Instant at, StepResult result) {
        RunStep step = steps.get(runId).get(stepId);
        steps.get(runId)
                .put(
                        stepId,
                        new RunStep(
                                stepId,
                                step.position(),
                                step.kind(),
                                step.enteredAt(),
                                step.dueAt(),
                                0,
                                null,
                                at,
                                result));
    }

    @Override
    public void fail(UUID runId, String stepId, Instant at, String problem) {}

    @Override
    public List<RunStep> listSteps(UUID runId) {
        return List.copyOf(steps.getOrDefault(runId, Map.of()).values());
    }
}
