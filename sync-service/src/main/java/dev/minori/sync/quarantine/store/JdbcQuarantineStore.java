package dev.minori.sync.quarantine.store;

import dev.minori.kit.problem.Wording;
import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.quarantine.QuarantineEntry;
import dev.minori.sync.quarantine.QuarantineStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcQuarantineStore implements QuarantineStore {
    private final Database database;

    JdbcQuarantineStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<QuarantineEntry> find(UUID id) {
        return database.one(
                "select * from quarantine_entry where workspace_id = ? and id = ?",
                JdbcQuarantineStore::entry,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public List<QuarantineEntry> list(Filter filter, @Nullable UUID after, int limit) {
        return database.query(
                """
                select * from quarantine_entry
                where workspace_id = ? and id > ?
                  and (?::uuid is null or mapping_id = ?::uuid)
                  and (?::uuid is null or run_id = ?::uuid)
                  and (?::text is null or reason = ?::text)
                order by id limit ?
                """,
                JdbcQuarantineStore::entry,
                WorkspaceContext.current(),
                after == null ? new UUID(0, 0) : after,
                filter.mappingId(),
                filter.mappingId(),
                filter.runId(),
                filter.runId(),
                filter.reason(),
                filter.reason(),
                limit);
    }

    @Override
    public Map<String, QuarantineEntry> findByRecord(UUID mappingId, Collection<String> recordIds) {
        Map<String, QuarantineEntry> entries = new HashMap<>();
        if (!recordIds.isEmpty()) {
            database.query("""
                            select * from quarantine_entry
                            where workspace_id = ? and mapping_id = ? and record_id = any (?)
                            """, JdbcQuarantineStore::entry, WorkspaceContext.current(), mappingId, recordIds)
                    .forEach(entry -> entries.put(entry.recordId(), entry));
        }
        return entries;
    }

    @Override
    public void save(List<QuarantineEntry> entries) {
        for (QuarantineEntry entry : entries) {
            database.update(
                    """
                    insert into quarantine_entry as q (workspace_id, mapping_id, record_id, id, run_id, raw_version,
                      mapping_version, reason, field, sample, detail_ja, detail_en, customer_link, first_at, last_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (workspace_id, mapping_id, record_id) do update set run_id = excluded.run_id,
                      raw_version = excluded.raw_version, mapping_version = excluded.mapping_version,
                      reason = excluded.reason, field = excluded.field, sample = excluded.sample,
                      detail_ja = excluded.detail_ja, detail_en = excluded.detail_en,
                      customer_link = excluded.customer_link, last_at = excluded.last_at
                    """,
                    WorkspaceContext.current(),
                    entry.mappingId(),
                    entry.recordId(),
                    entry.id(),
                    entry.runId(),
                    entry.rawVersion(),
                    entry.mappingVersion(),
                    entry.reason(),
                    entry.field(),
                    entry.sample(),
                    entry.detail().ja(),
                    entry.detail().en(),
                    entry.customerLink(),
                    entry.firstAt(),
                    entry.lastAt());
        }
    }

    @Override
    public void clear(UUID mappingId, Collection<String> recordIds) {
        if (!recordIds.isEmpty()) {
            database.update(
                    "delete from quarantine_entry where workspace_id = ? and mapping_id = ? and record_id = any (?)",
                    WorkspaceContext.current(),
                    mappingId,
                    recordIds);
        }
    }

    @Override
    public List<String> findArrived(UUID mappingId, UUID customerConnectionId, String customerObject, int limit) {
        return database.query(
                """
                select q.record_id from quarantine_entry q
                join customer_identity c on c.workspace_id = q.workspace_id and c.connection_id = ?
                  and c.object_name = ? and c.record_id = q.customer_link
                where q.workspace_id = ? and q.mapping_id = ? and q.reason = 'customer-not-found'
                limit ?
                """,
                row -> row.text("record_id"),
                customerConnectionId,
                customerObject,
                WorkspaceContext.current(),
                mappingId,
                limit);
    }

    @Override
    public List<String> findArrivedByCode(UUID mappingId, int limit) {
        return database.query("""
                select distinct q.record_id from quarantine_entry q
                join customer_identity c on c.workspace_id = q.workspace_id and c.customer_code = q.customer_link
                where q.workspace_id = ? and q.mapping_id = ? and q.reason = 'customer-not-found'
                limit ?
                """, row -> row.text("record_id"), WorkspaceContext.current(), mappingId, limit);
    }

    private static QuarantineEntry entry(Row row) {
        return new QuarantineEntry(
                row.uuid("id"),
                row.uuid("mapping_id"),
                row.text("record_id"),
                row.uuid("run_id"),
                row.number("raw_version"),
                row.integer("mapping_version"),
                row.text("reason"),
                row.findText("field"),
                row.findText("sample"),
                new Wording(row.text("detail_ja"), row.text("detail_en")),
                row.findText("customer_link"),
                row.instant("first_at"),
                row.instant("last_at"));
    }
}
