package dev.minori.simulators.kintone.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** All apps of the simulated domain, and the API tokens that open them. */
public final class Apps {

    private static final List<String> AUDIT =
            List.of("id", "revision", "created_at", "created_by", "updated_at", "updated_by");

    private final Map<Integer, App> byId = new ConcurrentHashMap<>();
    private final Grants grants;

    private Apps(Grants grants) {
        this.grants = grants;
    }

    /** Reads the apps that exist. */
    public static Apps load(Database database) throws SQLException {
        Apps apps = new Apps(new Grants(database));
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

    /** Makes a created app reachable, and its tokens known. To be called once it is stored. */
    public void publish(App app) {
        byId.put(app.id(), app);
        grants.forget();
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
        createTable(connection, app);
    }

    /**
     * Changes an app's definition and keeps its records: fields that keep code and type keep their values. What the new
     * definition demands is not checked on what is there, as on the real service.
     */
    public void change(Connection connection, App before, App after) throws SQLException {
        String old = "kintone.before_" + before.id();
        Sql.execute(connection, "alter table " + before.table() + " rename to before_" + before.id());
        createTable(connection, after);
        List<String> from = new ArrayList<>(AUDIT);
        List<String> to = new ArrayList<>(AUDIT);
        for (AppField field : after.fields()) {
            Optional<AppField> same = before.field(field.code())
                    .filter(known ->
                            known.type() == field.type() && !known.type().system());
            if (same.isPresent()) {
                from.add(before.column(same.get()));
                to.add(after.column(field));
            }
        }
        Sql.execute(
                connection,
                "insert into " + after.table() + " (" + String.join(", ", to) + ") select " + String.join(", ", from)
                        + " from " + old);
        Optional<ProcessManagement> process = after.process();
        if (process.isPresent()) {
            Sql.update(
                    connection,
                    "update " + after.table() + " set " + after.column(App.STATUS) + " = ?, "
                            + after.column(App.STATUS_ASSIGNEE) + " = '[]' where " + after.column(App.STATUS)
                            + " is null",
                    process.get().states().getFirst().name());
        }
        Sql.execute(connection, "drop table " + old);
        Sql.update(
                connection,
                "update kt_app set definition = ?, revision = revision + 1 where id = ?",
                Json.text(after),
                after.id());
    }

    private static void createTable(Connection connection, App app) throws SQLException {
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

    /** Adds a person who logs in with a password, or changes one. Everybody is in group {@code everyone}. */
    public void person(
            Connection connection, String code, String name, String password, List<String> groups, ZoneId zone)
            throws SQLException {
        Sql.update(
                connection,
                "insert into kt_user (code, name, password_sha256, groups, zone) values (?, ?, encode(sha256(convert_to(?,"
                        + " 'UTF8')), 'hex'), ?, ?) on conflict (code) do update set name = excluded.name,"
                        + " password_sha256 = excluded.password_sha256, groups = excluded.groups, zone = excluded.zone",
                code,
                name,
                password,
                groups,
                zone.getId());
    }

    /** Gives a token rights on an app. */
    public void grant(Connection connection, String token, int app, Rights rights) throws SQLException {
        Sql.update(
                connection,
                "insert into kt_token (token, app, can_view, can_add, can_edit, can_delete, can_manage) values (?, ?, ?, ?,"
                        + " ?, ?, ?) on conflict (token, app) do update set can_view = excluded.can_view, can_add ="
                        + " excluded.can_add, can_edit = excluded.can_edit, can_delete = excluded.can_delete,"
                        + " can_manage = excluded.can_manage",
                token,
                app,
                rights.view(),
                rights.add(),
                rights.edit(),
                rights.delete(),
                rights.manage());
    }

    /** Whether every one of the tokens was made by some app. */
    public boolean allKnown(List<String> tokens) throws SQLException {
        return grants.allKnown(tokens);
    }

    /** What the tokens together allow on an app; empty when none of them belongs to it. */
    public Optional<Rights> rights(List<String> tokens, int app) throws SQLException {
        return grants.rights(tokens, app);
    }

    /** What somebody may do with an app's records and settings. */
    public record Rights(boolean view, boolean add, boolean edit, boolean delete, boolean manage) {
        /** Reading only. */
        public static final Rights READ = new Rights(true, false, false, false, false);
        /** Everything. */
        public static final Rights ALL = new Rights(true, true, true, true, true);

        /** What either allows. */
        Rights or(Rights other) {
            return new Rights(
                    view || other.view,
                    add || other.add,
                    edit || other.edit,
                    delete || other.delete,
                    manage || other.manage);
        }
    }
}
