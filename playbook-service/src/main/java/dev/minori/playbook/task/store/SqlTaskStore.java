package dev.minori.playbook.task.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.task.CsTask;
import dev.minori.playbook.task.TaskComment;
import dev.minori.playbook.task.TaskStore;
import dev.minori.playbook.text.LocalText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks in tables {@code cs_task} and {@code cs_task_comment}. */
@ApplicationScoped
class SqlTaskStore implements TaskStore {
    private static final UUID FIRST = new UUID(0, 0);

    private final Database database;

    SqlTaskStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean insert(CsTask task) {
        TaskColumns.Ending end = TaskColumns.Ending.of(task.state());
        TaskColumns.From from = TaskColumns.From.of(task.origin());
        return database.update(
                        """
                        insert into cs_task (workspace_id, id, customer_id, kind, priority, title_ja, title_en, note_ja, note_en,
                          owner_member_id, due_on, state, snoozed_until, ended_at, ended_by, outcome, alert_id, run_id,
                          step_id, quoted_fact_ids, created_at, created_by, revision)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """,
                        WorkspaceContext.current(),
                        task.id(),
                        task.customerId(),
                        task.kind().wireName(),
                        task.priority().rank(),
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
                TaskColumns::read,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public Optional<CsTask> lock(UUID id) {
        return database.one(
                "select * from cs_task where workspace_id = ? and id = ? for update",
                TaskColumns::read,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public void update(CsTask task) {
        TaskColumns.Ending end = TaskColumns.Ending.of(task.state());
        database.update(
                """
                update cs_task set priority = ?, owner_member_id = ?, due_on = ?, state = ?, snoozed_until = ?, ended_at = ?,
                  ended_by = ?, outcome = ?, revision = ?
                where workspace_id = ? and id = ?
                """,
                task.priority().rank(),
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
                TaskColumns::read,
                WorkspaceContext.current(),
                runId,
                stepId);
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
                """, TaskColumns::read, WorkspaceContext.current(), from, before, writtenBefore, now, limit);
    }

    @Override
    public void noteReminder(CsTask task) {
        database.update(
                "update cs_task set reminded_of = ? where workspace_id = ? and id = ?",
                task.dueOn(),
                WorkspaceContext.current(),
                task.id());
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
    public List<TaskComment> listComments(UUID taskId, @Nullable UUID behind, int limit) {
        return database.query(
                "select * from cs_task_comment where workspace_id = ? and task_id = ? and id > ? order by id limit ?",
                row -> new TaskComment(
                        row.uuid("id"),
                        row.findUuid("author_id"),
                        row.text("author_name"),
                        row.text("body"),
                        row.instant("written_at")),
                WorkspaceContext.current(),
                taskId,
                behind == null ? FIRST : behind,
                limit);
    }
}
