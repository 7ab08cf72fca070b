package dev.minori.sync.raw.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.raw.RawKey;
import dev.minori.sync.raw.RawRow;
import dev.minori.sync.raw.RawStore;
import dev.minori.sync.raw.canonical.CanonicalJson;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.postgresql.PGConnection;

/** Set-based: binary COPY into a temporary table, one MERGE that writes what differs. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcRawStore implements RawStore {
    private static final String INCOMING = """
            create temporary table if not exists incoming_record (
              record_id text collate "C" not null, hash bytea not null, body bytea not null,
              changed_at timestamptz, deleted boolean not null
            ) on commit delete rows
            """;
    /** MERGE is not safe against another writer of the same keys; {@link #lock} keeps them out. */
    private static final String LAND = """
            with landed as (
              merge into raw_record r
              using incoming_record i
                on r.workspace_id = ? and r.connection_id = ? and r.object_name = ? and r.record_id = i.record_id
              when matched and i.deleted and not r.deleted and not r.erased then
                update set version = nextval('source_version'), deleted = true,
                  changed_at = coalesce(i.changed_at, r.changed_at), read_at = ?
              when matched and not i.deleted and not r.erased and (r.deleted or r.hash is distinct from i.hash) then
                update set version = nextval('source_version'), hash = i.hash, body = i.body,
                  changed_at = i.changed_at, deleted = false, read_at = ?
              when not matched and not i.deleted then
                insert (workspace_id, connection_id, object_name, record_id, version, hash, body, changed_at, deleted,
                  read_at)
                values (?, ?, ?, i.record_id, nextval('source_version'), i.hash, i.body, i.changed_at, false, ?)
              returning r.workspace_id, r.connection_id, r.object_name, r.record_id, r.version, r.hash, r.body,
                r.changed_at, r.deleted, r.read_at
            )
            insert into raw_history (workspace_id, connection_id, object_name, record_id, version, hash, body,
              changed_at, deleted, read_at)
            select * from landed
            """;

    /**
     * The temporary table has no statistics, so the planner takes it for much larger than a chunk is and would read the whole
     * of raw_record for each: a load would slow down with every row it has landed.
     */
    private static final String PROBE = """
            select set_config(setting, ?, true) as value
            from unnest(array['enable_hashjoin', 'enable_mergejoin', 'enable_material', 'enable_seqscan']) as setting
            """;

    private static final String STATE = """
            select r.record_id, r.version, r.deleted, r.erased from raw_record r
            where r.workspace_id = ? and r.connection_id = ? and r.object_name = ? and r.record_id = any (?)
            """;

    private final Database database;
    private final Clock clock;

    JdbcRawStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void lock(RawKey key) {
        database.query(
                "select pg_advisory_xact_lock(hashtextextended(?, 0)) is null as locked",
                row -> row.flag("locked"),
                key.lockName(WorkspaceContext.current()));
    }

    @Override
    public List<RawRow> land(RawKey key, List<SourceRecord> records) {
        Map<String, SourceRecord> byId = new LinkedHashMap<>();
        records.forEach(record -> byId.put(record.id(), record));
        database.with(connection -> {
            copy(connection, byId);
            Database.query(connection, PROBE, row -> row.text("value"), "off");
            int landed = Database.update(
                    connection,
                    LAND,
                    WorkspaceContext.current(),
                    key.connectionId(),
                    key.objectName(),
                    clock.instant(),
                    clock.instant(),
                    WorkspaceContext.current(),
                    key.connectionId(),
                    key.objectName(),
                    clock.instant());
            Database.query(connection, PROBE, row -> row.text("value"), "on");
            return landed;
        });
        Map<String, Standing> standings = new HashMap<>();
        database.query(
                        STATE,
                        row -> Map.entry(
                                row.text("record_id"),
                                new Standing(row.number("version"), row.flag("deleted"), row.flag("erased"))),
                        WorkspaceContext.current(),
                        key.connectionId(),
                        key.objectName(),
                        byId.keySet())
                .forEach(entry -> standings.put(entry.getKey(), entry.getValue()));
        List<RawRow> rows = new ArrayList<>();
        byId.forEach((id, record) -> {
            Standing standing = standings.get(id);
            if (standing != null) {
                rows.add(new RawRow(record, standing.version(), standing.deleted(), standing.erased()));
            }
        });
        return rows;
    }

    private static void copy(Connection connection, Map<String, SourceRecord> records) throws SQLException {
        BinaryCopy copy = new BinaryCopy();
        for (SourceRecord record : records.values()) {
            byte[] body = CanonicalJson.write(record.values());
            copy.row(5)
                    .text(record.id())
                    .bytes(CanonicalJson.hash(body))
                    .bytes(body)
                    .instant(record.changedAt())
                    .flag(record.deleted());
        }
        Database.update(connection, INCOMING);
        Database.update(connection, "delete from incoming_record");
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy incoming_record from stdin (format binary)", new ByteArrayInputStream(copy.finish()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public List<RawRow> load(RawKey key, List<String> recordIds) {
        return database.query(
                """
                select * from raw_record
                where workspace_id = ? and connection_id = ? and object_name = ? and record_id = any (?)
                order by record_id
                """, JdbcRawStore::kept, WorkspaceContext.current(), key.connectionId(), key.objectName(), recordIds);
    }

    @Override
    public void forget(RawKey key, Map<String, Set<String>> fields) {
        UUID workspaceId = WorkspaceContext.current();
        List<Earlier> versions = database.query(
                """
                select record_id, version, body from raw_history
                where workspace_id = ? and connection_id = ? and object_name = ? and record_id = any (?)
                """,
                row -> new Earlier(row.text("record_id"), row.number("version"), CanonicalJson.read(row.bytes("body"))),
                workspaceId,
                key.connectionId(),
                key.objectName(),
                fields.keySet());
        for (Earlier earlier : versions) {
            Map<String, SourceValue> values = earlier.values();
            if (values.keySet().removeAll(fields.getOrDefault(earlier.recordId(), Set.of()))) {
                byte[] left = CanonicalJson.write(values);
                database.update(
                        """
                        update raw_history set body = ?, hash = ?
                        where workspace_id = ? and connection_id = ? and object_name = ? and record_id = ? and version = ?
                        """,
                        left,
                        CanonicalJson.hash(left),
                        workspaceId,
                        key.connectionId(),
                        key.objectName(),
                        earlier.recordId(),
                        earlier.version());
            }
        }
    }

    private record Earlier(String recordId, long version, SortedMap<String, SourceValue> values) {}

    @Override
    public void markDeleted(RawKey key, List<String> recordIds) {
        database.update(
                """
                with gone as (
                  update raw_record r set deleted = true, version = nextval('source_version'), read_at = ?
                  where r.workspace_id = ? and r.connection_id = ? and r.object_name = ? and r.record_id = any (?)
                    and not r.deleted
                  returning r.*
                )
                insert into raw_history (workspace_id, connection_id, object_name, record_id, version, hash, body,
                  changed_at, deleted, read_at)
                select workspace_id, connection_id, object_name, record_id, version, hash, body, changed_at, deleted,
                  read_at
                from gone
                """, clock.instant(), WorkspaceContext.current(), key.connectionId(), key.objectName(), recordIds);
    }

    private record Standing(long version, boolean deleted, boolean erased) {}

    private static RawRow kept(Row row) {
        boolean deleted = row.flag("deleted");
        SourceRecord record = new SourceRecord(
                row.text("record_id"), row.findInstant("changed_at"), deleted, CanonicalJson.read(row.bytes("body")));
        return new RawRow(record, row.number("version"), deleted, row.flag("erased"));
    }
}
