package dev.minori.playbook.task.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.task.CsTask;
import dev.minori.playbook.task.TaskComment;
import dev.minori.playbook.task.TaskFilter;
import dev.minori.playbook.task.TaskOrigin;
import dev.minori.playbook.task.TaskState;
import dev.minori.playbook.task.TaskStore;
import dev.minori.playbook.text.LocalText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks in tables {@code cs_task} and {@code cs_task_comment}. */
@ApplicationScoped
class SqlTaskStore implements TaskStore {
    private final Database database;

    SqlTaskStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean insert(CsTask task) {
        Ending end = Ending.of(task.state());
        From from = From.of(task.origin());
        return database.update(
                        """
                        insert into cs_task (workspace_id, id, customer_id, title_ja, title_en, note_ja, note_en,
                          owner_member_id, due_on, state, snoozed_until, ended_at, ended_by, outcome, alert_id, run_id,
                          step_id, quoted_fact_ids, created_at, created_by, revision)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """,
                        WorkspaceContext.current(),
                        task.id(),
                        task.customerId(),
                        task.title().ja(),
                        task.title().en(),
                        Optional.ofNullable(task.note()).map(LocalText::ja).orElse(null),
                        Optional.ofNullable(task.note()).map(LocalText::en).orElse(null),
                        task.ownerMemberId(),
                        task.dueOn(),
                        task.state().wireName(),
                        end.snoozedUntil(),
                        end.at(),
                        end.by(),
                        end.outcome(),
                        from.alertId(),
                        from.runId(),
                        from.stepId(),
                        task.quotedFactIds().toArray(UUID[]::new),
                        task.createdAt(),
                        from.memberId(),
                        task.revision())
                == 1;
    }

    @Override
    public Optional<CsTask> find(UUID id) {
        return database.one(
                "select * from cs_task where workspace_id = ? and id = ?",
                SqlTaskStore::read,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public Optional<CsTask> lock(UUID id) {
        return database.one(
                "select * from cs_task where workspace_id = ? and id = ? for update",
                SqlTaskStore::read,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public void update(CsTask task) {
        Ending end = Ending.of(task.state());
        database.update(
                """
                update cs_task set owner_member_id = ?, due_on = ?, state = ?, snoozed_until = ?, ended_at = ?,
                  ended_by = ?, outcome = ?, revision = ?
                where workspace_id = ? and id = ?
                """,
                task.ownerMemberId(),
                task.dueOn(),
                task.state().wireName(),
                end.snoozedUntil(),
                end.at(),
                end.by(),
                end.outcome(),
                task.revision(),
                WorkspaceContext.current(),
                task.id());
    }

    @Override
    public Optional<CsTask> findOfStep(UUID runId, String stepId) {
        return database.one(
                "select * from cs_task where workspace_id = ? and run_id = ? and step_id = ?",
                SqlTaskStore::read,
                WorkspaceContext.current(),
                runId,
                stepId);
    }

    @Override
    public List<CsTask> list(TaskFilter filter, @Nullable UUID before, int limit) {
        StringBuilder where = new StringBuilder("select t.* from cs_task t where t.workspace_id = ?");
        List<@Nullable Object> values = new ArrayList<>();
        values.add(WorkspaceContext.current());
        narrow(where, values, " and t.owner_member_id = ?", filter.ownerMemberId());
        narrow(where, values, " and t.customer_id = ?", filter.customerId());
        narrow(where, values, " and t.run_id = ?", filter.runId());
        narrow(where, values, " and t.state in ('open', 'snoozed') and t.due_on < ?", filter.overdueOn());
        narrow(where, values, " and t.id < ?", before);
        state(filter, where, values);
        if (filter.customerOwners() != null) {
            where.append(" and exists (select 1 from customer_profile c where c.workspace_id = t.workspace_id"
                    + " and c.customer_id = t.customer_id and c.owner_member_id = any(?))");
            values.add(filter.customerOwners().toArray(UUID[]::new));
        }
        values.add(limit);
        return database.query(where + " order by t.id desc limit ?", SqlTaskStore::read, values.toArray());
    }

    @Override
    public List<CsTask> lockUnreminded(
            LocalDate from, LocalDate before, Instant writtenBefore, Instant now, int limit) {
        return database.query(
                """
                select * from cs_task
                where workspace_id = ? and due_on >= ? and due_on < ? and state in ('open', 'snoozed')
                  and reminded_of is distinct from due_on and owner_member_id is not null and created_at < ?
                  and (state = 'open' or snoozed_until <= ?)
                order by due_on, id limit ? for update skip locked
                """, SqlTaskStore::read, WorkspaceContext.current(), from, before, writtenBefore, now, limit);
    }

    @Override
    public void noteReminder(CsTask task) {
        database.update(
                "update cs_task set reminded_of = ? where workspace_id = ? and id = ?",
                task.dueOn(),
                WorkspaceContext.current(),
                task.id());
    }

    private static void narrow(
            StringBuilder where, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }

    private static void state(TaskFilter filter, StringBuilder where, List<@Nullable Object> values) {
        String state = filter.state();
        if (state == null) {
            return;
        }
        switch (state) {
            case "open" -> {
                where.append(" and (t.state = 'open' or (t.state = 'snoozed' and t.snoozed_until <= ?))");
                values.add(filter.now());
            }
            case "snoozed" -> {
                where.append(" and t.state = 'snoozed' and t.snoozed_until > ?");
                values.add(filter.now());
            }
            default -> narrow(where, values, " and t.state = ?", state);
        }
    }

    @Override
    public void addComment(UUID taskId, TaskComment comment) {
        database.update(
                """
                insert into cs_task_comment (workspace_id, task_id, id, author_id, author_name, body, written_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                WorkspaceContext.current(),
                taskId,
                comment.id(),
                comment.authorId(),
                comment.authorName(),
                comment.body(),
                comment.writtenAt());
    }

    @Override
    public List<TaskComment> listComments(UUID taskId) {
        return database.query(
                "select * from cs_task_comment where workspace_id = ? and task_id = ? order by id",
                row -> new TaskComment(
                        row.uuid("id"),
                        row.findUuid("author_id"),
                        row.text("author_name"),
                        row.text("body"),
                        row.instant("written_at")),
                WorkspaceContext.current(),
                taskId);
    }

    private static CsTask read(Row row) {
        String noteJa = row.findText("note_ja");
        String noteEn = row.findText("note_en");
        return new CsTask(
                row.uuid("id"),
                row.uuid("customer_id"),
                new LocalText(row.text("title_ja"), row.text("title_en")),
                noteJa == null || noteEn == null ? null : new LocalText(noteJa, noteEn),
                row.findUuid("owner_member_id"),
                row.findDay("due_on"),
                readState(row),
                readOrigin(row),
                row.uuids("quoted_fact_ids"),
                row.instant("created_at"),
                row.number("revision"));
    }

    private static TaskState readState(Row row) {
        return switch (row.text("state")) {
            case "open" -> new TaskState.Open();
            case "snoozed" -> new TaskState.Snoozed(row.instant("snoozed_until"));
            case "completed" ->
                new TaskState.Completed(row.instant("ended_at"), row.findUuid("ended_by"), row.findText("outcome"));
            case "cancelled" ->
                new TaskState.Cancelled(row.instant("ended_at"), row.findUuid("ended_by"), row.text("outcome"));
            case String other -> throw new IllegalStateException("unknown state of a task: " + other);
        };
    }

    private static TaskOrigin readOrigin(Row row) {
        UUID alertId = row.findUuid("alert_id");
        UUID runId = row.findUuid("run_id");
        if (alertId != null) {
            return new TaskOrigin.FromAlert(alertId);
        }
        return runId == null
                ? new TaskOrigin.Person(row.findUuid("created_by"))
                : new TaskOrigin.FromStep(runId, row.text("step_id"));
    }

    private record Ending(
            @Nullable Instant snoozedUntil,
            @Nullable Instant at,
            @Nullable UUID by,
            @Nullable String outcome) {
        static Ending of(TaskState state) {
            return switch (state) {
                case TaskState.Open _ -> new Ending(null, null, null, null);
                case TaskState.Snoozed(var until) -> new Ending(until, null, null, null);
                case TaskState.Completed(var at, var by, var outcome) -> new Ending(null, at, by, outcome);
                case TaskState.Cancelled(var at, var by, var reason) -> new Ending(null, at, by, reason);
            };
        }
    }

    private record From(
            @Nullable UUID memberId,
            @Nullable UUID alertId,
            @Nullable UUID runId,
            @Nullable String stepId) {
        static From of(TaskOrigin origin) {
            return switch (origin) {
                case TaskOrigin.Person(var memberId) -> new From(memberId, null, null, null);
                case TaskOrigin.FromAlert(var alertId) -> new From(null, alertId, null, null);
                case TaskOrigin.FromStep(var runId, var stepId) -> new From(null, null, runId, stepId);
            };
        }
    }
}
