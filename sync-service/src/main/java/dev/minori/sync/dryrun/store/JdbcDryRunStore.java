package dev.minori.sync.dryrun.store;

import dev.minori.kit.problem.Wording;
import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.dryrun.DryRun;
import dev.minori.sync.dryrun.DryRunCounts;
import dev.minori.sync.dryrun.DryRunRow;
import dev.minori.sync.dryrun.DryRunState;
import dev.minori.sync.dryrun.DryRunStore;
import dev.minori.sync.dryrun.Outcome;
import dev.minori.sync.mapping.document.MappingFormat;
import dev.minori.sync.source.ReadEstimate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcDryRunStore implements DryRunStore {
    private static final UUID LAST = new UUID(-1, -1);

    private final Database database;

    JdbcDryRunStore(Database database) {
        this.database = database;
    }

    @Override
    public void lock(UUID mappingId) {
        database.lock("dry-run|" + WorkspaceContext.current() + "|" + mappingId);
    }

    @Override
    public void create(DryRun dryRun) {
        database.update(
                """
                insert into dry_run (workspace_id, id, mapping_id, mapping_revision, published_version, document, state,
                  row_limit, asked_by, asked_at, alive_until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                WorkspaceContext.current(),
                dryRun.id(),
                dryRun.mappingId(),
                dryRun.mappingRevision(),
                dryRun.publishedVersion(),
                MappingFormat.JSON.write(dryRun.document()),
                dryRun.state().wireName(),
                dryRun.rowLimit(),
                dryRun.askedBy(),
                dryRun.askedAt(),
                dryRun.aliveUntil());
    }

    @Override
    public Optional<DryRun> find(UUID id) {
        return database.one(
                "select * from dry_run where workspace_id = ? and id = ?",
                JdbcDryRunStore::dryRun,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public List<DryRun> list(UUID mappingId, Instant askedAfter, @Nullable UUID before, int limit) {
        return database.query(
                """
                select * from dry_run where workspace_id = ? and mapping_id = ? and asked_at > ? and id < ?
                order by id desc limit ?
                """,
                JdbcDryRunStore::dryRun,
                WorkspaceContext.current(),
                mappingId,
                askedAfter,
                before == null ? LAST : before,
                limit);
    }

    @Override
    public void forget(Instant askedBefore) {
        database.update(
                "delete from dry_run_row where workspace_id = ? and asked_at < ?",
                WorkspaceContext.current(),
                askedBefore);
        database.update(
                "delete from dry_run where workspace_id = ? and asked_at < ?", WorkspaceContext.current(), askedBefore);
    }

    @Override
    public void noteEstimate(UUID id, ReadEstimate estimate) {
        database.update(
                "update dry_run set expected_count = ?, full_run_calls = ? where workspace_id = ? and id = ?",
                estimate.records(),
                estimate.leastCalls(),
                WorkspaceContext.current(),
                id);
    }

    @Override
    public void add(DryRun dryRun, List<DryRunRow> rows, DryRunCounts counts, long calls, Instant aliveUntil) {
        UUID workspaceId = WorkspaceContext.current();
        long first = database.one(
                        """
                        update dry_run set read_count = read_count + ?, added_count = added_count + ?,
                          changed_count = changed_count + ?, unchanged_count = unchanged_count + ?,
                          unmatched_count = unmatched_count + ?, rejected_count = rejected_count + ?,
                          removed_count = removed_count + ?, api_calls = api_calls + ?, alive_until = ?
                        where workspace_id = ? and id = ?
                        returning added_count + changed_count + unmatched_count + rejected_count + removed_count as last
                        """,
                        row -> row.number("last") - rows.size(),
                        counts.read(),
                        counts.added(),
                        counts.changed(),
                        counts.unchanged(),
                        counts.unmatched(),
                        counts.rejected(),
                        counts.removed(),
                        calls,
                        aliveUntil,
                        workspaceId,
                        dryRun.id())
                .orElseThrow();
        if (rows.isEmpty()) {
            return;
        }
        database.update(
                """
                insert into dry_run_row (workspace_id, dry_run_id, asked_at, number, record_id, record_url, outcome,
                  customer_id, changes, reason, field, sample, detail_ja, detail_en)
                select ?, ?, ?, ? + r.place, r.record_id, r.record_url, r.outcome, r.customer_id::uuid, r.changes,
                  r.reason, r.field, r.sample, r.detail_ja, r.detail_en
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::text[]) with ordinality as r (record_id, record_url, outcome, customer_id, changes,
                  reason, field, sample, detail_ja, detail_en, place)
                """,
                workspaceId,
                dryRun.id(),
                dryRun.askedAt(),
                first,
                column(rows, DryRunRow::recordId),
                column(rows, DryRunRow::recordUrl),
                column(rows, row -> row.outcome().wireName()),
                column(
                        rows,
                        row -> row.customerId() == null
                                ? null
                                : row.customerId().toString()),
                column(rows, row -> ChangesJson.write(row.changes())),
                column(
                        rows,
                        row -> row.rejection() == null ? null : row.rejection().reason()),
                column(
                        rows,
                        row -> row.rejection() == null ? null : row.rejection().field()),
                column(
                        rows,
                        row -> row.rejection() == null ? null : row.rejection().sample()),
                column(
                        rows,
                        row -> row.rejection() == null
                                ? null
                                : row.rejection().detail().ja()),
                column(
                        rows,
                        row -> row.rejection() == null
                                ? null
                                : row.rejection().detail().en()));
    }

    private static @Nullable Object[] column(List<DryRunRow> rows, Function<DryRunRow, @Nullable String> cell) {
        @Nullable Object[] cells = new @Nullable Object[rows.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell.apply(rows.get(i));
        }
        return cells;
    }

    @Override
    public void succeed(UUID id, boolean whole, long calls, Instant now) {
        database.update("""
                update dry_run set state = 'succeeded', whole = ?, api_calls = api_calls + ?, finished_at = ?
                where workspace_id = ? and id = ?
                """, whole, calls, now, WorkspaceContext.current(), id);
    }

    @Override
    public void fail(UUID id, String code, Wording why, long calls, Instant now) {
        database.update("""
                update dry_run set state = 'failed', error_code = ?, error_ja = ?, error_en = ?,
                  api_calls = api_calls + ?, finished_at = ?
                where workspace_id = ? and id = ?
                """, code, why.ja(), why.en(), calls, now, WorkspaceContext.current(), id);
    }

    @Override
    public List<DryRunRow.Numbered> rows(DryRun dryRun, @Nullable Outcome outcome, long after, int limit) {
        String wanted = outcome == null ? null : outcome.wireName();
        return database.query(
                """
                select * from dry_run_row
                where workspace_id = ? and dry_run_id = ? and asked_at = ? and number > ?
                  and (?::text is null or outcome = ?::text)
                order by number limit ?
                """,
                DryRunRows::read,
                WorkspaceContext.current(),
                dryRun.id(),
                dryRun.askedAt(),
                after,
                wanted,
                wanted,
                limit);
    }

    private static DryRun dryRun(Row row) {
        String code = row.findText("error_code");
        return new DryRun(
                row.uuid("id"),
                row.uuid("mapping_id"),
                row.number("mapping_revision"),
                row.findInteger("published_version"),
                MappingFormat.JSON.read(row.text("document")),
                DryRunState.of(row.text("state")),
                row.integer("row_limit"),
                row.flag("whole"),
                row.findNumber("expected_count"),
                row.findNumber("full_run_calls"),
                new DryRunCounts(
                        row.number("read_count"),
                        row.number("added_count"),
                        row.number("changed_count"),
                        row.number("unchanged_count"),
                        row.number("unmatched_count"),
                        row.number("rejected_count"),
                        row.number("removed_count")),
                row.number("api_calls"),
                row.text("asked_by"),
                row.instant("asked_at"),
                row.instant("alive_until"),
                row.findInstant("finished_at"),
                code,
                code == null ? null : new Wording(row.text("error_ja"), row.text("error_en")));
    }
}
