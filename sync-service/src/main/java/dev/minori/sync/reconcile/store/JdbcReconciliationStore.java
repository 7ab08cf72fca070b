package dev.minori.sync.reconcile.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.reconcile.Method;
import dev.minori.sync.reconcile.Reconciliation;
import dev.minori.sync.reconcile.ReconciliationStore;
import dev.minori.sync.reconcile.Tally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcReconciliationStore implements ReconciliationStore {
    private static final UUID LAST = new UUID(-1, -1);

    private final Database database;

    JdbcReconciliationStore(Database database) {
        this.database = database;
    }

    @Override
    public void save(Reconciliation found) {
        Tally tally = found.tally();
        database.update(
                """
                insert into reconciliation (workspace_id, run_id, connection_id, mapping_id, object_name, method,
                  started_at, finished_at, expected, kept, missing, stale, extra, recent, left_out, held, windows,
                  windows_compared)
                values (?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, run_id) do update set finished_at = excluded.finished_at,
                  expected = excluded.expected, kept = excluded.kept, missing = excluded.missing,
                  stale = excluded.stale, extra = excluded.extra, recent = excluded.recent,
                  left_out = excluded.left_out, held = excluded.held, windows = excluded.windows,
                  windows_compared = excluded.windows_compared
                """,
                WorkspaceContext.current(),
                found.runId(),
                found.connectionId(),
                found.mappingId(),
                found.objectName(),
                found.method().wireName(),
                found.startedAt(),
                found.finishedAt(),
                found.expected(),
                found.kept(),
                tally.missing(),
                tally.stale(),
                tally.extra(),
                tally.recent(),
                tally.leftOut(),
                tally.held(),
                tally.windows(),
                tally.windowsCompared());
    }

    @Override
    public Optional<Reconciliation> find(UUID runId) {
        return database.one(
                "select * from reconciliation where workspace_id = ? and run_id = ?",
                JdbcReconciliationStore::reconciliation,
                WorkspaceContext.current(),
                runId);
    }

    @Override
    public List<Reconciliation> list(
            @Nullable UUID mappingId, @Nullable UUID connectionId, @Nullable UUID before, int limit) {
        return database.query(
                """
                select * from reconciliation
                where workspace_id = ? and run_id < ?
                  and (?::uuid is null or mapping_id = ?::uuid)
                  and (?::uuid is null or connection_id = ?::uuid)
                order by run_id desc limit ?
                """,
                JdbcReconciliationStore::reconciliation,
                WorkspaceContext.current(),
                before == null ? LAST : before,
                mappingId,
                mappingId,
                connectionId,
                connectionId,
                limit);
    }

    private static Reconciliation reconciliation(Row row) {
        return new Reconciliation(
                row.uuid("run_id"),
                row.uuid("connection_id"),
                row.uuid("mapping_id"),
                row.text("object_name"),
                Method.of(row.text("method")),
                row.instant("started_at"),
                row.findInstant("finished_at"),
                row.number("expected"),
                row.number("kept"),
                new Tally(
                        row.number("missing"),
                        row.number("stale"),
                        row.number("extra"),
                        row.number("recent"),
                        row.number("left_out"),
                        row.number("held"),
                        row.integer("windows"),
                        row.integer("windows_compared")));
    }
}
