package dev.minori.sync.erasure.store;

import dev.minori.kit.erasure.Erasure;
import dev.minori.kit.erasure.PersonalData;
import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.erasure.Redaction;
import dev.minori.sync.erasure.TracedObject.Verdict;
import dev.minori.sync.erasure.store.TracedRows.Place;
import dev.minori.sync.raw.FactIds;
import dev.minori.sync.raw.RawKey;
import dev.minori.sync.raw.canonical.CanonicalJson;
import dev.minori.sync.source.SourceValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Source rows, their history and quarantined samples of a person. Its own rows and the messages and answers that tell of
 * nobody else are emptied; of rows about others only the fields that hold something of the person. An erased row is never
 * taken in again, an erased field never filled again.
 */
@ApplicationScoped
class RawPersonalData implements PersonalData {
    private static final byte[] NOTHING = CanonicalJson.write(Map.of());
    private static final byte[] NO_HASH = CanonicalJson.hash(NOTHING);
    private static final String ONE =
            " where workspace_id = ? and connection_id = ? and object_name = ? and record_id = ?";
    private static final String OF_FACTS = """
             where (workspace_id, connection_id, object_name, record_id) in (
               select f.workspace_id, m.connection_id, m.object_name, f.record_id
               from fact_record f
               join table_mapping m on m.workspace_id = f.workspace_id and m.id = f.mapping_id
               where f.workspace_id = ? and f.fact_id = any (?))
            """;

    @Override
    public String name() {
        return "source rows";
    }

    /**
     * Keeps all writers of source rows out until this transaction ends: whoever reads afterwards meets the ledger, whoever
     * read before has committed and is found.
     */
    @Override
    public Set<UUID> trace(Connection connection, Erasure erasure) throws SQLException {
        UUID workspaceId = WorkspaceContext.current();
        for (RawKey key : objects(connection)) {
            Database.query(
                    connection,
                    "select pg_advisory_xact_lock(hashtextextended(?, 0)) is null as locked",
                    row -> row.flag("locked"),
                    key.lockName(workspaceId));
        }
        TracedRows rows = new TracedRows(connection, erasure);
        Set<UUID> whole = new HashSet<>();
        WaitingFacts waiting = new WaitingFacts(connection, rows.traces());
        for (Map.Entry<Place, Verdict> found : rows.find(erasure.contactId()).entrySet()) {
            Place place = found.getKey();
            UUID factId = FactIds.of(workspaceId, place.key(), place.recordId());
            switch (found.getValue()) {
                case Verdict.Whole() -> {
                    empty(connection, place);
                    whole.add(factId);
                }
                case Verdict.Fields(Set<String> codes) -> {
                    waiting.add(factId, redact(connection, erasure, place, codes));
                }
            }
        }
        waiting.redact();
        return whole;
    }

    @Override
    public int erase(Connection connection, Erasure erasure) throws SQLException {
        UUID workspaceId = WorkspaceContext.current();
        List<UUID> factIds = erasure.allFactIds();
        return Database.update(
                        connection,
                        "update raw_record set body = ?, hash = ?, erased = true" + OF_FACTS,
                        NOTHING,
                        NO_HASH,
                        workspaceId,
                        factIds)
                + Database.update(
                        connection,
                        "update raw_history set body = ?, hash = ?" + OF_FACTS,
                        NOTHING,
                        NO_HASH,
                        workspaceId,
                        factIds)
                + Database.update(connection, """
                        delete from quarantine_entry where (workspace_id, mapping_id, record_id) in (
                          select f.workspace_id, f.mapping_id, f.record_id from fact_record f
                          where f.workspace_id = ? and f.fact_id = any (?))
                        """, workspaceId, factIds)
                + Database.update(
                        connection,
                        "update fact_record set fact_hash = ?, removed = true where workspace_id = ? and fact_id = any (?)",
                        NO_HASH,
                        workspaceId,
                        factIds);
    }

    private static List<RawKey> objects(Connection connection) throws SQLException {
        // In one order for all erasures, so that two of them never wait for each other.
        return Database.query(
                connection,
                """
                select connection_id, object_name from table_mapping where workspace_id = ?
                union
                select connection_id, name from intake_object where workspace_id = ?
                order by 1, 2
                """,
                row -> new RawKey(row.uuid("connection_id"), row.text("object_name")),
                WorkspaceContext.current(),
                WorkspaceContext.current());
    }

    private static void empty(Connection connection, Place place) throws SQLException {
        for (String statement : List.of(
                "update raw_record set body = ?, hash = ?, erased = true",
                "update raw_history set body = ?, hash = ?")) {
            Database.update(
                    connection,
                    statement + ONE,
                    NOTHING,
                    NO_HASH,
                    WorkspaceContext.current(),
                    place.key().connectionId(),
                    place.key().objectName(),
                    place.recordId());
        }
        forgetRejections(connection, place);
    }

    /** Empties the fields in all versions and gives the texts that were in them. */
    private static Set<String> redact(Connection connection, Erasure erasure, Place place, Set<String> codes)
            throws SQLException {
        Set<String> gone = new HashSet<>();
        for (String table : List.of("raw_record", "raw_history")) {
            List<byte[]> bodies = Database.query(
                    connection,
                    "select distinct body from " + table + ONE,
                    row -> row.bytes("body"),
                    WorkspaceContext.current(),
                    place.key().connectionId(),
                    place.key().objectName(),
                    place.recordId());
            for (byte[] body : bodies) {
                Map<String, SourceValue> values = CanonicalJson.read(body);
                codes.forEach(code -> {
                    if (values.get(code) instanceof SourceValue.Text(String text)) {
                        gone.add(text);
                    }
                });
                byte[] left = CanonicalJson.write(Redaction.of(values, codes));
                Database.update(
                        connection,
                        "update " + table + " set body = ?, hash = ?" + ONE + " and body = ?",
                        left,
                        CanonicalJson.hash(left),
                        WorkspaceContext.current(),
                        place.key().connectionId(),
                        place.key().objectName(),
                        place.recordId(),
                        body);
            }
        }
        for (String code : codes) {
            Database.update(
                    connection,
                    """
                    insert into erased_field (workspace_id, connection_id, object_name, record_id, field, erasure_id)
                    values (?, ?, ?, ?, ?, ?) on conflict do nothing
                    """,
                    WorkspaceContext.current(),
                    place.key().connectionId(),
                    place.key().objectName(),
                    place.recordId(),
                    code,
                    erasure.erasureId());
        }
        forgetRejections(connection, place);
        return gone;
    }

    /** What was quarantined quotes the row; the next mapping of the row decides anew. */
    private static void forgetRejections(Connection connection, Place place) throws SQLException {
        Database.update(
                connection,
                """
                delete from quarantine_entry q using table_mapping m
                where q.workspace_id = ? and m.workspace_id = q.workspace_id and m.id = q.mapping_id
                  and m.connection_id = ? and m.object_name = ? and q.record_id = ?
                """,
                WorkspaceContext.current(),
                place.key().connectionId(),
                place.key().objectName(),
                place.recordId());
    }
}
