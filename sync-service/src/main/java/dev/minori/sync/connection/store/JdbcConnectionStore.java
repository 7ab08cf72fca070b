package dev.minori.sync.connection.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.connection.Connection;
import dev.minori.sync.connection.ConnectionStore;
import dev.minori.sync.connection.SecretBox;
import dev.minori.sync.connection.Secrets;
import dev.minori.sync.source.ApiAllowance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcConnectionStore implements ConnectionStore {
    private final Database database;
    private final SecretBox box;

    JdbcConnectionStore(Database database, SecretBox box) {
        this.database = database;
        this.box = box;
    }

    @Override
    public void lock() {
        database.lock("connections|" + WorkspaceContext.current());
    }

    @Override
    public Optional<Connection> find(UUID id) {
        return database.one(
                "select * from connection where workspace_id = ? and id = ?",
                JdbcConnectionStore::connection,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public Optional<Connection> findByName(String name) {
        return database.one(
                "select * from connection where workspace_id = ? and name = ?",
                JdbcConnectionStore::connection,
                WorkspaceContext.current(),
                name);
    }

    @Override
    public List<Connection> list(@Nullable UUID after, int limit) {
        return database.query(
                "select * from connection where workspace_id = ? and id > ? order by id limit ?",
                JdbcConnectionStore::connection,
                WorkspaceContext.current(),
                after == null ? new UUID(0, 0) : after,
                limit);
    }

    @Override
    public void save(Connection connection, Secrets secrets) {
        UUID workspaceId = WorkspaceContext.current();
        database.update(
                """
                insert into connection (workspace_id, id, name, system, settings, version) values (?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, id) do update set name = excluded.name, system = excluded.system,
                  settings = excluded.settings, version = excluded.version, blocked_until = null,
                  needs_reconnect = false
                """,
                workspaceId,
                connection.id(),
                connection.name(),
                connection.settings().system(),
                SettingsJson.write(connection.settings()),
                connection.version());
        database.update(
                "delete from connection_secret where workspace_id = ? and connection_id = ?",
                workspaceId,
                connection.id());
        for (String field : secrets.fields()) {
            database.update(
                    "insert into connection_secret (workspace_id, connection_id, field, sealed) values (?, ?, ?, ?)",
                    workspaceId,
                    connection.id(),
                    field,
                    box.seal(connection.id(), field, secrets.get(field)));
        }
    }

    @Override
    public Secrets secretsOf(UUID id) {
        Map<String, String> opened = new HashMap<>();
        database.query(
                        "select field, sealed from connection_secret where workspace_id = ? and connection_id = ?",
                        row -> Map.entry(row.text("field"), row.bytes("sealed")),
                        WorkspaceContext.current(),
                        id)
                .forEach(secret -> opened.put(secret.getKey(), box.open(id, secret.getKey(), secret.getValue())));
        return new Secrets(opened);
    }

    @Override
    public void delete(UUID id) {
        UUID workspaceId = WorkspaceContext.current();
        database.update("delete from connection_secret where workspace_id = ? and connection_id = ?", workspaceId, id);
        database.update("delete from owner_link where workspace_id = ? and connection_id = ?", workspaceId, id);
        database.update("delete from connection where workspace_id = ? and id = ?", workspaceId, id);
    }

    @Override
    public boolean isInUse(UUID id) {
        return database.one(
                        "select id from table_mapping where workspace_id = ? and connection_id = ? limit 1",
                        row -> row.uuid("id"),
                        WorkspaceContext.current(),
                        id)
                .isPresent();
    }

    @Override
    public void block(UUID id, Instant until) {
        database.update("""
                update connection set blocked_until = greatest(blocked_until, ?::timestamptz)
                where workspace_id = ? and id = ?
                """, until, WorkspaceContext.current(), id);
    }

    @Override
    public void noteSignIn(UUID id, boolean accepted) {
        database.update(
                "update connection set needs_reconnect = ? where workspace_id = ? and id = ? and needs_reconnect <> ?",
                !accepted,
                WorkspaceContext.current(),
                id,
                !accepted);
    }

    @Override
    public void noteAllowance(UUID id, ApiAllowance allowance) {
        database.update("""
                update connection set allowance_used = ?, allowance_limit = ?
                where workspace_id = ? and id = ?
                """, allowance.used(), allowance.limit(), WorkspaceContext.current(), id);
    }

    private static Connection connection(Row row) {
        Long used = row.findNumber("allowance_used");
        Long limit = row.findNumber("allowance_limit");
        return new Connection(
                row.uuid("id"),
                row.text("name"),
                SettingsJson.read(row.text("system"), row.text("settings")),
                row.number("version"),
                row.findInstant("blocked_until"),
                row.flag("needs_reconnect"),
                used == null || limit == null ? null : new ApiAllowance(used, limit));
    }
}
