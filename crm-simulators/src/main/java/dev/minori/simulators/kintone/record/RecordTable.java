package dev.minori.simulators.kintone.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.kintone.Caller;
import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.Text;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.kintone.app.ProcessManagement;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes records of one app in the caller's transaction. Times have a resolution of one minute. */
final class RecordTable {

    private final Connection connection;
    private final App app;
    private final Instant now;
    private final String user;
    private final Lookups lookups;
    private final RecordRights rights;
    private final Attachments attachments;

    /** Takes the app's lock, so that record ids grow in commit order. */
    RecordTable(Connection connection, App app, Lookups lookups, RecordRights rights, Caller caller, Instant now)
            throws SQLException {
        this.connection = connection;
        this.app = app;
        this.now = now.truncatedTo(ChronoUnit.MINUTES);
        this.lookups = lookups;
        this.rights = rights;
        this.user = Json.text(caller.user());
        this.attachments = new Attachments(connection, app, now);
        Sql.number(connection, "select id from kt_app where id = ? for update", app.id());
    }

    /** A record's number and revision. */
    record Saved(long id, long revision) {}

    /**
     * What is stored of a record that is to be changed.
     *
     * @param json fields whose stored form is JSON: tables, files, users
     */
    record Known(
            long id,
            long revision,
            Set<AppField> filled,
            Map<AppField, JsonNode> json,
            @Nullable String status,
            String creator) {}

    RecordRights rights() {
        return rights;
    }

    Saved insert(Map<AppField, @Nullable Object> values, String path) throws SQLException {
        lookups.copy(connection, app, values);
        checkUnique(values, path, null);
        long id = Sql.number(
                connection,
                "update kt_app set next_record = next_record + 1 where id = ? returning next_record - 1",
                app.id());
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("id", id);
        columns.put("revision", 1L);
        columns.put("created_at", now);
        columns.put("created_by", user);
        columns.put("updated_at", now);
        columns.put("updated_by", user);
        stored(values, Map.of()).forEach(columns::put);
        Optional<ProcessManagement> process = app.process();
        if (process.isPresent()) {
            ProcessManagement.State first = process.get().states().getFirst();
            columns.put(app.column(App.STATUS), first.name());
            columns.put(app.column(App.STATUS_ASSIGNEE), first.assignee() == null ? "[]" : "[" + user + "]");
        }
        Sql.update(
                connection,
                "insert into " + app.table() + " (" + String.join(", ", columns.keySet()) + ") values ("
                        + String.join(
                                ", ", columns.keySet().stream().map(this::mark).toList()) + ")",
                columns.values().toArray());
        Calculator.run(connection, app, id);
        return new Saved(id, 1);
    }

    Saved update(Known known, Map<AppField, @Nullable Object> values, String path) throws SQLException {
        lookups.copy(connection, app, values);
        checkUnique(values, path, known.id);
        Saved saved = write(known, stored(values, known.json), 1);
        Calculator.run(connection, app, known.id);
        return saved;
    }

    /** Changes status and assignees; a change of status counts as two revisions. */
    Saved move(Known known, String status, JsonNode assignees, int revisions) throws SQLException {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(app.column(App.STATUS), status);
        columns.put(app.column(App.STATUS_ASSIGNEE), assignees.toString());
        return write(known, columns, revisions);
    }

    private Saved write(Known known, Map<String, @Nullable Object> columns, int revisions) throws SQLException {
        columns.put("updated_at", now);
        columns.put("updated_by", user);
        columns.put("revision", known.revision + revisions);
        List<@Nullable Object> parameters = new ArrayList<>(columns.values());
        parameters.add(known.id);
        Sql.update(
                connection,
                "update " + app.table() + " set "
                        + String.join(
                                ", ",
                                columns.keySet().stream()
                                        .map(column -> column + " = " + mark(column))
                                        .toList())
                        + " where id = ?",
                parameters.toArray());
        return new Saved(known.id, known.revision + revisions);
    }

    private String mark(String column) {
        boolean json = column.endsWith("_by")
                || app.fields().stream()
                        .filter(field -> field.type().column().equals("jsonb"))
                        .anyMatch(field -> app.column(field).equals(column));
        return json ? "?::jsonb" : "?";
    }

    private Map<String, @Nullable Object> stored(Map<AppField, @Nullable Object> values, Map<AppField, JsonNode> before)
            throws SQLException {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (Map.Entry<AppField, @Nullable Object> entry : values.entrySet()) {
            AppField field = entry.getKey();
            Object value = entry.getValue();
            if (value instanceof JsonNode given) {
                JsonNode old = before.getOrDefault(field, JsonNodeFactory.instance.arrayNode());
                value = switch (field.type()) {
                    case SUBTABLE -> TableRows.merged(field, given, old, this::nextRow, attachments);
                    case FILE -> attachments.attached(given, old);
                    default -> given;
                };
            }
            columns.put(app.column(field), value instanceof JsonNode node ? node.toString() : value);
        }
        return columns;
    }

    private String nextRow() throws SQLException {
        return String.valueOf(Sql.number(
                connection, "update kt_app set next_row = next_row + 1 where id = ? returning next_row - 1", app.id()));
    }

    private void checkUnique(Map<AppField, @Nullable Object> values, String path, @Nullable Long ownId)
            throws SQLException {
        for (Map.Entry<AppField, @Nullable Object> entry : values.entrySet()) {
            Object value = entry.getValue();
            if (!entry.getKey().unique() || value == null) {
                continue;
            }
            long others = Sql.number(
                    connection,
                    "select count(*) from " + app.table() + " where " + app.column(entry.getKey())
                            + " = ? and id is distinct from ?",
                    value,
                    ownId);
            if (others > 0) {
                throw KintoneFault.invalid(Map.of(
                        path + "." + entry.getKey().code() + ".value",
                        List.of(new Text("値がほかのレコードと重複しています。", "This value already exists in another record."))));
            }
        }
    }

    Optional<Known> find(long id) throws SQLException {
        return find("id = ?", id);
    }

    Optional<Known> findByKey(AppField key, Object value) throws SQLException {
        return find(app.column(key) + " = ?", value);
    }

    private Optional<Known> find(String condition, Object value) throws SQLException {
        return Sql.first(
                connection, this::known, "select * from " + app.table() + " where " + condition + " for update", value);
    }

    private Known known(ResultSet row) throws SQLException {
        Set<AppField> filled = new HashSet<>();
        Map<AppField, JsonNode> json = new LinkedHashMap<>();
        for (AppField field : app.fields()) {
            if (field.type().system()) {
                filled.add(field);
                continue;
            }
            String text = row.getString(app.column(field));
            if (text != null && !text.isEmpty() && !text.equals("{}") && !text.equals("[]")) {
                filled.add(field);
                if (field.type().column().equals("jsonb")) {
                    json.put(field, parsed(text));
                }
            }
        }
        String status = app.process().isPresent() ? row.getString(app.column(App.STATUS)) : null;
        return new Known(row.getLong("id"), row.getLong("revision"), filled, json, status, row.getString("created_by"));
    }

    /** JSON that this simulator stored. */
    static JsonNode parsed(String stored) throws SQLException {
        try {
            return Json.MAPPER.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new SQLException("stored JSON cannot be read", e);
        }
    }

    void delete(long id) throws SQLException {
        Sql.update(connection, "delete from kt_comment where app = ? and record = ?", app.id(), id);
        Sql.update(connection, "delete from " + app.table() + " where id = ?", id);
    }

    /** Refuses when the caller lacks a right on a record. */
    void require(long id, RecordRights.Right right) throws SQLException {
        rights.require(connection, id, right);
    }

    Connection connection() {
        return connection;
    }
}
