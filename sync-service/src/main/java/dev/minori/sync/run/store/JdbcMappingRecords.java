package dev.minori.sync.run.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.raw.RawKey;
import dev.minori.sync.run.MappingRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Reads what a mapping has from what it told and what it rejected. Written so that tables are probed by key: without
 * statistics a join would compare every row with every row.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcMappingRecords implements MappingRecords {
    /** A record that was told once and rejected since is in both tables. */
    private static final String TOLD_OR_REJECTED = """
            select f.record_id from fact_record f
            where f.workspace_id = ? and f.mapping_id = ? and not f.removed and not f.gone
            union all
            select q.record_id from quarantine_entry q
            where q.workspace_id = ? and q.mapping_id = ?
              and (
                select 1 from fact_record f
                where f.workspace_id = q.workspace_id and f.mapping_id = q.mapping_id and f.record_id = q.record_id
                  and not f.removed and not f.gone
                limit 1) is null
            """;

    private static final String UNSEEN = "select r.record_id from (" + TOLD_OR_REJECTED + """
            ) r
            where (
              select 1 from run_seen s
              where s.workspace_id = ? and s.run_id = ? and s.record_id = r.record_id
              limit 1) is null
            """;

    private final Database database;

    JdbcMappingRecords(Database database) {
        this.database = database;
    }

    @Override
    public boolean hasAny(UUID mappingId) {
        UUID workspaceId = WorkspaceContext.current();
        // In order: else the planner reads the table from its beginning, through the rows of all other mappings.
        return database.one("""
                        (select record_id from fact_record
                         where workspace_id = ? and mapping_id = ? and not removed and not gone
                         order by record_id limit 1)
                        union all
                        (select record_id from quarantine_entry
                         where workspace_id = ? and mapping_id = ?
                         order by record_id limit 1)
                        limit 1
                        """, row -> row.text("record_id"), workspaceId, mappingId, workspaceId, mappingId)
                .isPresent();
    }

    @Override
    public long count(UUID mappingId) {
        UUID workspaceId = WorkspaceContext.current();
        return count(TOLD_OR_REJECTED, workspaceId, mappingId, workspaceId, mappingId);
    }

    @Override
    public List<String> scan(UUID mappingId, String afterId, int limit) {
        UUID workspaceId = WorkspaceContext.current();
        return database.query(
                """
                select r.record_id from (
                  (select record_id from fact_record
                   where workspace_id = ? and mapping_id = ? and record_id > ? and not removed
                   order by record_id limit ?)
                  union
                  (select record_id from quarantine_entry
                   where workspace_id = ? and mapping_id = ? and record_id > ?
                   order by record_id limit ?)
                ) r
                order by r.record_id limit ?
                """,
                row -> row.text("record_id"),
                workspaceId,
                mappingId,
                afterId,
                limit,
                workspaceId,
                mappingId,
                afterId,
                limit,
                limit);
    }

    @Override
    public Set<String> findHadByOthers(UUID mappingId, RawKey key, List<String> recordIds) {
        UUID workspaceId = WorkspaceContext.current();
        List<UUID> others = database.query(
                """
                select id from table_mapping
                where workspace_id = ? and connection_id = ? and object_name = ? and id <> ?
                """, row -> row.uuid("id"), workspaceId, key.connectionId(), key.objectName(), mappingId);
        return findHad(others, recordIds);
    }

    @Override
    public Set<String> findHad(UUID mappingId, List<String> recordIds) {
        return findHad(List.of(mappingId), recordIds);
    }

    private Set<String> findHad(List<UUID> mappingIds, List<String> recordIds) {
        if (mappingIds.isEmpty()) {
            return Set.of();
        }
        UUID workspaceId = WorkspaceContext.current();
        return new HashSet<>(database.query(
                """
                select record_id from fact_record
                where workspace_id = ? and mapping_id = any (?) and record_id = any (?) and not removed and not gone
                union
                select record_id from quarantine_entry
                where workspace_id = ? and mapping_id = any (?) and record_id = any (?)
                """,
                row -> row.text("record_id"),
                workspaceId,
                mappingIds,
                recordIds,
                workspaceId,
                mappingIds,
                recordIds));
    }

    @Override
    public void markSeen(UUID runId, List<String> recordIds) {
        database.update("""
                insert into run_seen (workspace_id, run_id, record_id) select ?, ?, unnest(?)
                on conflict do nothing
                """, WorkspaceContext.current(), runId, recordIds);
    }

    @Override
    public long countUnseen(UUID mappingId, UUID runId) {
        UUID workspaceId = WorkspaceContext.current();
        return count(UNSEEN, workspaceId, mappingId, workspaceId, mappingId, workspaceId, runId);
    }

    @Override
    public List<String> findUnseen(UUID mappingId, UUID runId, String afterId, int limit) {
        UUID workspaceId = WorkspaceContext.current();
        return database.query(
                UNSEEN + " and r.record_id > ? order by r.record_id limit ?",
                row -> row.text("record_id"),
                workspaceId,
                mappingId,
                workspaceId,
                mappingId,
                workspaceId,
                runId,
                afterId,
                limit);
    }

    private long count(String records, Object... parameters) {
        return database.one("select count(*) as rows from (" + records + ") c", row -> row.number("rows"), parameters)
                .orElseThrow();
    }

    @Override
    public void clearSeen(UUID runId) {
        database.update(
                "delete from run_seen where workspace_id = ? and run_id = ?", WorkspaceContext.current(), runId);
    }
}
