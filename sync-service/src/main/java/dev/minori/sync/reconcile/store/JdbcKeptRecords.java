package dev.minori.sync.reconcile.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.raw.RawKey;
import dev.minori.sync.reconcile.KeptRecords;
import dev.minori.sync.source.Window;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mapping has the records that it told or rejected; their change stamps lie with the kept rows. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcKeptRecords implements KeptRecords {
    private static final String HAD = """
            select f.record_id from fact_record f
            where f.workspace_id = ? and f.mapping_id = ? and not f.removed and not f.gone
            union
            select q.record_id from quarantine_entry q
            where q.workspace_id = ? and q.mapping_id = ?
            """;

    private static final String STAMPED = "select r.record_id, r.changed_at from (" + HAD + """
            ) h join raw_record r on r.record_id = h.record_id
            where r.workspace_id = ? and r.connection_id = ? and r.object_name = ?
              and (?::timestamptz is null or r.changed_at >= ?::timestamptz)
              and (?::timestamptz is null or r.changed_at < ?::timestamptz)
            """;

    private final Database database;

    JdbcKeptRecords(Database database) {
        this.database = database;
    }

    @Override
    public Map<Instant, Long> countByMonth(UUID mappingId, RawKey key) {
        return countBy("month", mappingId, key, Window.ALL);
    }

    @Override
    public Map<Instant, Long> countByDay(UUID mappingId, RawKey key, Window within) {
        return countBy("day", mappingId, key, within);
    }

    private Map<Instant, Long> countBy(String unit, UUID mappingId, RawKey key, Window within) {
        UUID workspaceId = WorkspaceContext.current();
        Map<Instant, Long> counts = new HashMap<>();
        database.query(
                        "select date_trunc('" + unit
                                + "', s.changed_at, 'UTC') as since, count(*) as records from (" + STAMPED
                                + ") s where s.changed_at is not null group by 1",
                        (Row row) -> Map.entry(row.instant("since"), row.number("records")),
                        workspaceId,
                        mappingId,
                        workspaceId,
                        mappingId,
                        workspaceId,
                        key.connectionId(),
                        key.objectName(),
                        within.from(),
                        within.from(),
                        within.until(),
                        within.until())
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    @Override
    public Map<String, @Nullable Instant> stamps(RawKey key, List<String> recordIds) {
        Map<String, @Nullable Instant> stamps = new HashMap<>();
        database.query(
                """
                select record_id, changed_at from raw_record
                where workspace_id = ? and connection_id = ? and object_name = ? and record_id = any (?)
                """,
                row -> {
                    stamps.put(row.text("record_id"), row.findInstant("changed_at"));
                    return true;
                },
                WorkspaceContext.current(),
                key.connectionId(),
                key.objectName(),
                recordIds);
        return stamps;
    }

    @Override
    public List<String> findUnmet(UUID mappingId, RawKey key, UUID runId, Window window, String afterId, int limit) {
        UUID workspaceId = WorkspaceContext.current();
        return database.query(
                "select s.record_id from (" + STAMPED + """
                ) s
                where s.record_id > ?
                  and (
                    select 1 from run_seen n
                    where n.workspace_id = ? and n.run_id = ? and n.record_id = s.record_id
                    limit 1) is null
                order by s.record_id limit ?
                """,
                row -> row.text("record_id"),
                workspaceId,
                mappingId,
                workspaceId,
                mappingId,
                workspaceId,
                key.connectionId(),
                key.objectName(),
                window.from(),
                window.from(),
                window.until(),
                window.until(),
                afterId,
                workspaceId,
                runId,
                limit);
    }
}
