package dev.minori.sync.schema.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.schema.ChangeKind;
import dev.minori.sync.schema.FieldChange;
import dev.minori.sync.schema.SchemaChange;
import dev.minori.sync.schema.SchemaStore;
import dev.minori.sync.source.SourceSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcSchemaStore implements SchemaStore {
    private static final UUID LAST = new UUID(-1, -1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;

    JdbcSchemaStore(Database database) {
        this.database = database;
    }

    @Override
    public void lock(UUID connectionId, String objectName) {
        database.lock("schema|" + WorkspaceContext.current() + "|" + connectionId + "|" + objectName);
    }

    @Override
    public Optional<SourceSchema> find(UUID connectionId, String objectName) {
        return database.one("""
                select body from schema_snapshot
                where workspace_id = ? and connection_id = ? and object_name = ?
                order by number desc limit 1
                """, row -> read(row.text("body")), WorkspaceContext.current(), connectionId, objectName);
    }

    @Override
    public void add(UUID connectionId, SourceSchema schema, Instant seenAt) {
        UUID workspaceId = WorkspaceContext.current();
        database.update(
                """
                insert into schema_snapshot (workspace_id, connection_id, object_name, number, seen_at, body)
                select ?, ?, ?, coalesce(max(s.number), 0) + 1, ?, ?
                from schema_snapshot s where s.workspace_id = ? and s.connection_id = ? and s.object_name = ?
                """,
                workspaceId,
                connectionId,
                schema.objectName(),
                seenAt,
                write(schema),
                workspaceId,
                connectionId,
                schema.objectName());
    }

    @Override
    public void addChanges(List<SchemaChange> changes) {
        for (SchemaChange each : changes) {
            FieldChange change = each.change();
            database.update(
                    """
                    insert into schema_change (workspace_id, id, version, connection_id, object_name, kind, field, label,
                      before, after, seen_at)
                    values (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    WorkspaceContext.current(),
                    each.id(),
                    each.connectionId(),
                    each.objectName(),
                    change.kind().wireName(),
                    change.field(),
                    change.label(),
                    change.before(),
                    change.after(),
                    each.seenAt());
        }
    }

    @Override
    public List<SchemaChange> listChanges(
            UUID connectionId, @Nullable String objectName, @Nullable UUID before, int limit) {
        return database.query(
                """
                select * from schema_change
                where workspace_id = ? and connection_id = ? and id < ? and (?::text is null or object_name = ?::text)
                order by id desc limit ?
                """,
                row -> new SchemaChange(
                        row.uuid("id"),
                        row.uuid("connection_id"),
                        row.text("object_name"),
                        new FieldChange(
                                ChangeKind.of(row.text("kind")),
                                row.text("field"),
                                row.text("label"),
                                row.findText("before"),
                                row.findText("after")),
                        row.instant("seen_at")),
                WorkspaceContext.current(),
                connectionId,
                before == null ? LAST : before,
                objectName,
                objectName,
                limit);
    }

    @Override
    public void forget(UUID connectionId) {
        for (String table : List.of("schema_snapshot", "schema_change")) {
            database.update(
                    "delete from " + table + " where workspace_id = ? and connection_id = ?",
                    WorkspaceContext.current(),
                    connectionId);
        }
    }

    private static String write(SourceSchema schema) {
        try {
            return JSON.writeValueAsString(schema);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record of texts is JSON", impossible);
        }
    }

    private static SourceSchema read(String body) {
        try {
            return JSON.readValue(body, SourceSchema.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a kept schema is JSON", broken);
        }
    }
}
