package dev.minori.sync.run.store;

import dev.minori.kit.problem.Wording;
import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.run.MappingProgress;
import dev.minori.sync.run.RunCounts;
import dev.minori.sync.run.RunDecision;
import dev.minori.sync.run.RunFilter;
import dev.minori.sync.run.RunKind;
import dev.minori.sync.run.RunPhase;
import dev.minori.sync.run.RunStore;
import dev.minori.sync.run.SyncRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcRunStore implements RunStore {
    private static final UUID LAST = new UUID(-1, -1);

    private final Database database;

    JdbcRunStore(Database database) {
        this.database = database;
    }

    @Override
    public void create(SyncRun run) {
        database.update(
                """
                insert into sync_run (workspace_id, id, connection_id, mapping_id, mapping_version, object_name, kind,
                  state, first_load, phase, watermark_before, requested_at, removals_confirmed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?)
                """,
                WorkspaceContext.current(),
                run.id(),
                run.connectionId(),
                run.mappingId(),
                run.mappingVersion(),
                run.objectName(),
                run.kind().wireName(),
                run.state().wireName(),
                run.firstLoad(),
                phase(run.phase()),
                run.watermarkBefore(),
                run.requestedAt(),
                run.removalsConfirmed());
    }

    @Override
    public Optional<SyncRun> find(UUID id) {
        return database.one(
                "select * from sync_run where workspace_id = ? and id = ?",
                RunRows::run,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public List<SyncRun> list(RunFilter filter, @Nullable UUID before, int limit) {
        String kind = filter.kind() == null ? null : filter.kind().wireName();
        String state = filter.state() == null ? null : filter.state().wireName();
        return database.query(
                """
                select * from sync_run
                where workspace_id = ? and id < ?
                  and (?::uuid is null or mapping_id = ?::uuid)
                  and (?::uuid is null or connection_id = ?::uuid)
                  and (?::text is null or kind = ?::text)
                  and (?::text is null or state = ?::text)
                  and (not ? or eventful)
                order by id desc limit ?
                """,
                RunRows::run,
                WorkspaceContext.current(),
                before == null ? LAST : before,
                filter.mappingId(),
                filter.mappingId(),
                filter.connectionId(),
                filter.connectionId(),
                kind,
                kind,
                state,
                state,
                filter.withChanges(),
                limit);
    }

    @Override
    public Optional<SyncRun> findOpen(UUID mappingId, int mappingVersion, RunKind kind, boolean removalsConfirmed) {
        return database.one(
                """
                select * from sync_run
                where workspace_id = ? and mapping_id = ? and mapping_version = ? and kind = ?
                  and removals_confirmed >= ?
                  and (state = 'waiting' or (state = 'running' and kind in ('full', 'incremental', 'reconciliation')))
                order by id limit 1
                """,
                RunRows::run,
                WorkspaceContext.current(),
                mappingId,
                mappingVersion,
                kind.wireName(),
                removalsConfirmed);
    }

    @Override
    public void markRunning(UUID id, Instant startedAt) {
        database.update("""
                update sync_run set state = 'running', started_at = coalesce(started_at, ?),
                  error_code = case when error_code = 'removals-held' then error_code end,
                  error_ja = case when error_code = 'removals-held' then error_ja end,
                  error_en = case when error_code = 'removals-held' then error_en end
                where workspace_id = ? and id = ?
                """, startedAt, WorkspaceContext.current(), id);
    }

    @Override
    public void checkpoint(UUID id, RunPhase phase, @Nullable String resumeAt, RunCounts more, long moreCalls) {
        database.update(
                """
                update sync_run set phase = ?, resume_at = ?, read_count = read_count + ?,
                  added_count = added_count + ?, changed_count = changed_count + ?,
                  unchanged_count = unchanged_count + ?, removed_count = removed_count + ?,
                  rejected_count = rejected_count + ?, api_calls = api_calls + ?
                where workspace_id = ? and id = ?
                """,
                phase(phase),
                resumeAt,
                more.read(),
                more.added(),
                more.changed(),
                more.unchanged(),
                more.removed(),
                more.rejected(),
                moreCalls,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public void noteCalls(UUID id, long moreCalls) {
        database.update(
                "update sync_run set api_calls = api_calls + ? where workspace_id = ? and id = ?",
                moreCalls,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public void noteReleased(UUID id, long more) {
        database.update(
                "update sync_run set released_count = released_count + ? where workspace_id = ? and id = ?",
                more,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public void advance(UUID id, RunPhase next, @Nullable Instant covered) {
        database.update("""
                update sync_run set phase = ?, resume_at = null,
                  watermark_after = coalesce(?::timestamptz, watermark_after)
                where workspace_id = ? and id = ?
                """, phase(next), covered, WorkspaceContext.current(), id);
    }

    @Override
    public void noteDecision(UUID id, RunDecision decision) {
        database.update(
                """
                update sync_run set counts_seen = ?, reads_wide = ?, scans_ids = ?, decided_at = ?
                where workspace_id = ? and id = ?
                """,
                decision.countsSeen(),
                decision.readsWide(),
                decision.scansIds(),
                decision.at(),
                WorkspaceContext.current(),
                id);
    }

    @Override
    public void noteExpected(UUID id, long expected) {
        database.update(
                "update sync_run set expected_count = ? where workspace_id = ? and id = ? and expected_count is null",
                expected,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public void noteMatch(UUID id, long expected, long kept) {
        database.update(
                "update sync_run set expected_count = ?, kept_count = ? where workspace_id = ? and id = ?",
                expected,
                kept,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public void noteCertain(UUID id, Instant certainUntil) {
        database.update(
                "update sync_run set certain_until = ? where workspace_id = ? and id = ?",
                certainUntil,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public void holdRemovals(UUID id, long held, Wording why) {
        database.update("""
                update sync_run set held_count = ?, error_code = 'removals-held', error_ja = ?, error_en = ?
                where workspace_id = ? and id = ?
                """, held, why.ja(), why.en(), WorkspaceContext.current(), id);
    }

    @Override
    public void markWaiting(UUID id, String errorCode, Wording error) {
        database.update("""
                update sync_run set state = 'waiting', error_code = ?, error_ja = ?, error_en = ?
                where workspace_id = ? and id = ?
                """, errorCode, error.ja(), error.en(), WorkspaceContext.current(), id);
    }

    @Override
    public void restart(UUID id) {
        database.update("""
                update sync_run set resume_at = null, phase = 'read', read_count = 0, added_count = 0,
                  changed_count = 0, unchanged_count = 0, removed_count = 0, rejected_count = 0, counts_seen = null,
                  reads_wide = null, scans_ids = null, decided_at = null, watermark_after = null, held_count = 0, expected_count = null,
                  released_count = 0, kept_count = null, certain_until = null
                where workspace_id = ? and id = ?
                """, WorkspaceContext.current(), id);
    }

    @Override
    public void markSucceeded(UUID id, Instant finishedAt, @Nullable Instant watermarkAfter) {
        database.update("""
                update sync_run set state = 'succeeded', finished_at = ?, watermark_after = ?::timestamptz,
                  resume_at = null
                where workspace_id = ? and id = ?
                """, finishedAt, watermarkAfter, WorkspaceContext.current(), id);
    }

    @Override
    public void markFailed(UUID id, Instant finishedAt, String errorCode, Wording error) {
        database.update("""
                update sync_run set state = 'failed', finished_at = ?, error_code = ?, error_ja = ?, error_en = ?
                where workspace_id = ? and id = ?
                """, finishedAt, errorCode, error.ja(), error.en(), WorkspaceContext.current(), id);
    }

    @Override
    public MappingProgress progress(UUID mappingId) {
        return database.one(
                        "select * from mapping_progress where workspace_id = ? and mapping_id = ?",
                        row -> new MappingProgress(
                                row.findInstant("watermark"),
                                row.flag("first_load_done"),
                                row.findInstant("wide_read_at"),
                                row.findInstant("id_scan_at"),
                                row.findInstant("certain_until"),
                                row.findInstant("assured_at"),
                                row.findInstant("reconciled_at")),
                        WorkspaceContext.current(),
                        mappingId)
                .orElse(MappingProgress.NONE);
    }

    @Override
    public void saveProgress(UUID mappingId, MappingProgress progress) {
        database.update(
                """
                insert into mapping_progress
                  (workspace_id, mapping_id, watermark, first_load_done, wide_read_at, id_scan_at, certain_until,
                  assured_at, reconciled_at)
                values (?, ?, ?::timestamptz, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::timestamptz,
                  ?::timestamptz)
                on conflict (workspace_id, mapping_id) do update set watermark = excluded.watermark,
                  first_load_done = excluded.first_load_done, wide_read_at = excluded.wide_read_at,
                  id_scan_at = excluded.id_scan_at, certain_until = excluded.certain_until,
                  assured_at = excluded.assured_at, reconciled_at = excluded.reconciled_at
                """,
                WorkspaceContext.current(),
                mappingId,
                progress.watermark(),
                progress.firstLoadDone(),
                progress.wideReadAt(),
                progress.idScanAt(),
                progress.certainUntil(),
                progress.assuredAt(),
                progress.reconciledAt());
    }

    private static String phase(RunPhase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }
}
