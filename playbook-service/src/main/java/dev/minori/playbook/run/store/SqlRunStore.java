package dev.minori.playbook.run.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.run.PlaybookRun;
import dev.minori.playbook.run.RunState;
import dev.minori.playbook.run.RunStep;
import dev.minori.playbook.run.RunStore;
import dev.minori.playbook.run.StepResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs in tables {@code playbook_run} and {@code playbook_run_step}. */
@ApplicationScoped
class SqlRunStore implements RunStore {
    /** Long enough for a slow answer between two heartbeats, short enough for a person who waits after a crash. */
    private static final String LEASE = "interval '20 seconds'";

    private final Database database;

    SqlRunStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean insert(PlaybookRun run) {
        StateColumns state = StateColumns.of(run.state());
        return database.update(
                        """
                        insert into playbook_run (workspace_id, id, playbook_id, playbook_version, customer_id,
                          membership_id, state, active, step_id, due_at, failures, problem, started_at, started_by,
                          finished_at, revision)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (workspace_id, playbook_id, customer_id) where active do nothing
                        """,
                        ws(),
                        run.id(),
                        run.playbookId(),
                        run.playbookVersion(),
                        run.customerId(),
                        run.membershipId(),
                        state.name(),
                        state.active(),
                        state.stepId(),
                        state.dueAt(),
                        state.failures(),
                        state.problem(),
                        run.startedAt(),
                        run.startedBy(),
                        state.finishedAt(),
                        run.revision())
                == 1;
    }

    @Override
    public Optional<PlaybookRun> find(UUID id) {
        return database.one("select * from playbook_run where workspace_id = ? and id = ?", RunRows::run, ws(), id);
    }

    @Override
    public Optional<PlaybookRun> lock(UUID id) {
        return database.one(
                "select * from playbook_run where workspace_id = ? and id = ? for update", RunRows::run, ws(), id);
    }

    @Override
    public Optional<PlaybookRun> findLast(UUID playbookId, UUID customerId) {
        return database.one("""
                select * from playbook_run where workspace_id = ? and playbook_id = ? and customer_id = ?
                order by started_at desc, id desc limit 1
                """, RunRows::run, ws(), playbookId, customerId);
    }

    @Override
    public List<PlaybookRun> listActive(UUID customerId) {
        return database.query(
                "select * from playbook_run where workspace_id = ? and customer_id = ? and active order by id",
                RunRows::run,
                ws(),
                customerId);
    }

    @Override
    public void update(PlaybookRun run) {
        StateColumns state = StateColumns.of(run.state());
        database.update(
                """
                update playbook_run set state = ?, active = ?, step_id = ?, due_at = ?, failures = ?, problem = ?,
                  finished_at = ?, revision = ?, fence = fence + 1, leased_until = null, leased_by = null
                where workspace_id = ? and id = ?
                """,
                state.name(),
                state.active(),
                state.stepId(),
                state.dueAt(),
                state.failures(),
                state.problem(),
                state.finishedAt(),
                run.revision(),
                ws(),
                run.id());
    }

    /** The due runs are materialized: as a plain subquery the planner may read them again and pass the limit. */
    @Override
    public List<PlaybookRun> claim(Instant now, String worker, int limit) {
        return database.query("""
                with due as materialized (
                  select r.id from playbook_run r
                  join definition d on d.workspace_id = r.workspace_id and d.id = r.playbook_id
                  where r.workspace_id = ? and r.active and r.due_at <= ? and not d.paused
                    and (r.leased_until is null or r.leased_until < clock_timestamp())
                  order by r.due_at, r.id
                  limit ?
                  for update of r skip locked)
                update playbook_run p
                set fence = p.fence + 1, leased_by = ?, leased_until = clock_timestamp() + %s
                from due where p.workspace_id = ? and p.id = due.id
                returning p.*
                """.formatted(LEASE), RunRows::run, ws(), now, limit, worker, ws());
    }

    @Override
    public void extend(List<PlaybookRun> held) {
        for (PlaybookRun run : held) {
            database.update("""
                    update playbook_run set leased_until = clock_timestamp() + %s
                    where workspace_id = ? and id = ? and fence = ? and leased_until is not null
                    """.formatted(LEASE), ws(), run.id(), run.fence());
        }
    }

    @Override
    public void release(List<PlaybookRun> held) {
        for (PlaybookRun run : held) {
            database.update("""
                    update playbook_run set leased_until = null, leased_by = null
                    where workspace_id = ? and id = ? and fence = ?
                    """, ws(), run.id(), run.fence());
        }
    }

    @Override
    public void enter(UUID runId, RunStep step) {
        database.update("""
                insert into playbook_run_step (workspace_id, run_id, step_id, position, kind, entered_at, due_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """, ws(), runId, step.stepId(), step.position(), step.kind(), step.enteredAt(), step.dueAt());
    }

    @Override
    public void postpone(UUID runId, RunState.Retrying retrying) {
        database.update("""
                update playbook_run_step set failures = ?, problem = ?, due_at = ?
                where workspace_id = ? and run_id = ? and step_id = ?
                """, retrying.failures(), retrying.problem(), retrying.dueAt(), ws(), runId, retrying.stepId());
    }

    @Override
    public void finish(UUID runId, String stepId, Instant at, StepResult result) {
        ResultColumns columns = ResultColumns.of(result);
        database.update(
                """
                update playbook_run_step
                set finished_at = ?, result = ?, result_id = ?, answer = ?, problem = ?, evidence = ?
                where workspace_id = ? and run_id = ? and step_id = ?
                """,
                at,
                result.wireName(),
                columns.id(),
                columns.answer(),
                columns.reason(),
                columns.evidence(),
                ws(),
                runId,
                stepId);
    }

    @Override
    public void fail(UUID runId, String stepId, Instant at, String problem) {
        database.update("""
                update playbook_run_step set failures = failures + 1, problem = ?, finished_at = ?
                where workspace_id = ? and run_id = ? and step_id = ?
                """, problem, at, ws(), runId, stepId);
    }

    @Override
    public List<RunStep> listSteps(UUID runId) {
        return database.query(
                "select * from playbook_run_step where workspace_id = ? and run_id = ? order by position",
                RunRows::step,
                ws(),
                runId);
    }

    private static UUID ws() {
        return WorkspaceContext.current();
    }
}
