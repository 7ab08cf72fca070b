package dev.minori.simulators.kintone.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** All apps of the simulated domain, and the API tokens that open them. */
public final class Apps {

    private final Database database;
    private final Map<Integer, App> byId = new ConcurrentHashMap<>();

    private Apps(Database database) {
        this.database = database;
    }

    /** Reads the apps that exist. */
    public static Apps load(Database database) throws SQLException {
        Apps apps = new Apps(database);
        List<App> found = database.transact(connection ->
                Sql.list(connection, row -> app(row.getString(1)), "select definition from kt_app order by id"));
        found.forEach(apps::publish);
        return apps;
    }

    private static App app(String definition) throws SQLException {
        try {
            return Json.MAPPER.readValue(definition, App.class);
        } catch (JsonProcessingException e) {
            throw new SQLException("stored app definition cannot be read", e);
        }
    }

    /** An app by id. */
    public Optional<App> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Every app, by id. */
    public Collection<App> all() {
        return new TreeMap<>(byId).values();
    }

    /** Makes a created app reachable. */
    public void publish(App app) {
        byId.put(app.id(), app);
    }

    /** Creates an app with an empty table, replacing one of that id with all its records. */
    public void create(Connection connection, App app, Instant now) throws SQLException {
        Sql.execute(connection, "drop table if exists " + app.table());
        Sql.update(connection, "delete from kt_app where id = ?", app.id());
        Sql.update(
                connection,
                "insert into kt_app (id, definition, revision, created_at, modified_at) values (?, ?, 5, ?, ?)",
                app.id(),
                Json.text(app),
                now,
                now);
        List<String> columns = new ArrayList<>(List.of(
                "id bigint primary key",
                "revision bigint not null",
                "created_at timestamptz not null",
                "created_by jsonb not null",
                "updated_at timestamptz not null",
                "updated_by jsonb not null"));
        for (AppField field : app.fields()) {
            if (!field.type().system()) {
                columns.add(app.column(field) + " " + field.type().column());
            }
        }
        Sql.execute(connection, "create table " + app.table() + " (" + String.join(", ", columns) + ")");
        Sql.execute(connection, "create index on " + app.table() + " (updated_at, id)");
        for (AppField field : app.fields()) {
            if (field.unique()) {
                Sql.execute(connection, "create unique index on " + app.table() + " (" + app.column(field) + ")");
            }
        }
    }

    /** Gives a token rights on an app. */
    public void grant(Connection connection, String token, int app, Rights rights) throws SQLException {
        Sql.update(
                connection,
                "insert into kt_token (token, app, can_view, can_add, can_edit, can_delete) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (token, app) do update set can_view = excluded.can_view, can_add ="
                        + " excluded.can_add, can_edit = excluded.can_edit, can_delete = excluded.can_delete",
                token,
                app,
                rights.view(),
                rights.add(),
                rights.edit(),
                rights.delete());
    }

    /** Whether every one of the tokens was made by some app. */
    public boolean allKnown(List<String> tokens) throws SQLException {
        return database.transact(connection -> Sql.number(
                        connection, "select count(distinct token) from kt_token where token = any(?)", tokens))
                == tokens.stream().distinct().count();
    }

    /** What the tokens together allow on an app; empty when none of them belongs to it. */
    public Optional<Rights> rights(List<String> tokens, int app) throws SQLException {
        return database.transact(connection -> Sql.first(
                connection,
                row -> new Rights(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4)),
                "select bool_or(can_view), bool_or(can_add), bool_or(can_edit), bool_or(can_delete) from kt_token"
                        + " where token = any(?) and app = ? having count(*) > 0",
                tokens,
                app));
    }

    /** What a token may do with an app's records. */
    public record Rights(boolean view, boolean add, boolean edit, boolean delete) {
        /** Reading only. */
        public static final Rights READ = new Rights(true, false, false, false);
        /** Everything. */
        public static final Rights ALL = new Rights(true, true, true, true);
    }
}
