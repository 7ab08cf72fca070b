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
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Set-based: what differs goes by binary COPY into a temporary table, and from there by one statement. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcRawStore implements RawStore {
    private static final String INCOMING = """
            create temporary table if not exists incoming_record (
              record_id text collate "C" not null, hash bytea not null, body bytea not null,
              changed_at timestamptz, deleted boolean not null
            ) on commit delete rows
            """;
    /** Each row is found by its key: a join with a table without statistics would read all that is kept. */
    private static final String LAND = """
            with landed as (
              insert into raw_record as r (workspace_id, connection_id, object_name, record_id, version, hash, body,
                changed_at, deleted, read_at)
              select ?, ?, ?, i.record_id, nextval('source_version'), i.hash, i.body, i.changed_at, i.deleted, ?
              from incoming_record i
              on conflict (workspace_id, connection_id, object_name, record_id) do update set
                version = excluded.version,
                hash = case when excluded.deleted then r.hash else excluded.hash end,
                body = case when excluded.deleted then r.body else excluded.body end,
                changed_at = case when excluded.deleted then coalesce(excluded.changed_at, r.changed_at)
                  else excluded.changed_at end,
                deleted = excluded.deleted, read_at = excluded.read_at
              returning r.workspace_id, r.connection_id, r.object_name, r.record_id, r.version, r.hash, r.body,
                r.changed_at, r.deleted, r.read_at
            ), kept as (
              insert into raw_history (workspace_id, connection_id, object_name, record_id, version, hash, body,
                changed_at, deleted, read_at)
              select * from landed
            )
            select record_id, version from landed
            """;

    private static final String STATE = """
            select r.record_id, r.version, r.hash, r.deleted, r.erased from raw_record r
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
        Map<String, Standing> standings = standings(key, byId.keySet());
        BinaryCopy differing = new BinaryCopy();
        byId.values().forEach(record -> addIfDiffers(differing, record, standings.get(record.id())));
        Map<String, Long> landed = write(key, differing);
        List<RawRow> rows = new ArrayList<>();
        byId.forEach((id, record) -> {
            Standing standing = standings.get(id);
            Long version = landed.get(id);
            if (version != null) {
                rows.add(new RawRow(record, version, record.deleted(), false));
            } else if (standing != null) {
                rows.add(new RawRow(record, standing.version(), standing.deleted(), standing.erased()));
            }
        });
        return rows;
    }

    private Map<String, Standing> standings(RawKey key, Collection<String> recordIds) {
        Map<String, Standing> standings = new HashMap<>();
        database.query(
                        STATE,
                        row -> Map.entry(
                                row.text("record_id"),
                                new Standing(
                                        row.number("version"),
                                        row.bytes("hash"),
                                        row.flag("deleted"),
                                        row.flag("erased"))),
                        WorkspaceContext.current(),
                        key.connectionId(),
                        key.objectName(),
                        recordIds)
                .forEach(entry -> standings.put(entry.getKey(), entry.getValue()));
        return standings;
    }

    /** What was erased stays so; what was never known cannot be deleted. */
    private static void addIfDiffers(BinaryCopy copy, SourceRecord record, @Nullable Standing standing) {
        byte[] body = CanonicalJson.write(record.values());
        byte[] hash = CanonicalJson.hash(body);
        boolean differs;
        if (standing == null) {
            differs = !record.deleted();
        } else if (record.deleted()) {
            differs = !standing.deleted() && !standing.erased();
        } else {
            differs = !standing.erased() && (standing.deleted() || !Arrays.equals(standing.hash(), hash));
        }
        if (differs) {
            copy.row(5)
                    .text(record.id())
                    .bytes(hash)
                    .bytes(body)
                    .instant(record.changedAt())
                    .flag(record.deleted());
        }
    }

    /** The new versions of the rows in the copy. */
    private Map<String, Long> write(RawKey key, BinaryCopy differing) {
        if (differing.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> versions = new HashMap<>();
        database.<List<Map.Entry<String, Long>>>with(connection -> {
                    copy(connection, differing);
                    return Database.query(
                            connection,
                            LAND,
                            row -> Map.entry(row.text("record_id"), row.number("version")),
                            WorkspaceContext.current(),
                            key.connectionId(),
                            key.objectName(),
                            clock.instant());
                })
                .forEach(entry -> versions.put(entry.getKey(), entry.getValue()));
        return versions;
    }

    private static void copy(Connection connection, BinaryCopy copy) throws SQLException {
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
    public List<RawRow> scan(RawKey key, String afterId, int limit) {
        return database.query(
                """
                select * from raw_record
                where workspace_id = ? and connection_id = ? and object_name = ? and record_id > ?
                order by record_id limit ?
                """,
                JdbcRawStore::kept,
                WorkspaceContext.current(),
                key.connectionId(),
                key.objectName(),
                afterId,
                limit);
    }

    @Override
    public long count(RawKey key) {
        return database.query(
                        """
                        select count(*) as records from raw_record
                        where workspace_id = ? and connection_id = ? and object_name = ? and not deleted and not erased
                        """,
                        row -> row.number("records"),
                        WorkspaceContext.current(),
                        key.connectionId(),
                        key.objectName())
                .getFirst();
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

    @SuppressWarnings("ArrayRecordComponent") // Compared by Arrays.equals, and nowhere kept.
    private record Standing(long version, byte[] hash, boolean deleted, boolean erased) {}

    private static RawRow kept(Row row) {
        boolean deleted = row.flag("deleted");
        SourceRecord record = new SourceRecord(
                row.text("record_id"), row.findInstant("changed_at"), deleted, CanonicalJson.read(row.bytes("body")));
        return new RawRow(record, row.number("version"), deleted, row.flag("erased"));
    }
}
