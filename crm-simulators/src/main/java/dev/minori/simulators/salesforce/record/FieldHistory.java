package dev.minori.simulators.salesforce.record;

import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.FieldKind;
import dev.minori.simulators.salesforce.schema.Histories;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.OrgSchema;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a row for each change of a tracked field, and one when a record is created. */
final class FieldHistory {

    private final Connection connection;
    private final Session session;
    private final OrgSchema schema;
    private final Instant now;

    FieldHistory(Connection connection, Session session, Instant now) {
        this.connection = connection;
        this.session = session;
        this.schema = session.org().schema();
        this.now = now;
    }

    private Optional<ObjectType> history(ObjectType object) {
        return schema.object(Histories.nameOf(object)).filter(ObjectType::historical);
    }

    /** Notes that a record was created. */
    void created(ObjectType object, String id) throws SQLException {
        Optional<ObjectType> history = history(object);
        if (history.isPresent()) {
            add(history.get(), object, id, "created", "Text", null, null);
        }
    }

    /** The tracked values of a record, as text; nothing for an object without history. */
    Map<Field, @Nullable String> values(ObjectType object, String id) throws SQLException {
        Map<Field, @Nullable String> values = new LinkedHashMap<>();
        if (history(object).isEmpty()) {
            return values;
        }
        // All that is tracked, whether this user sees it or not.
        for (Field field : schema.object(object.name()).orElse(object).declared()) {
            if (field.tracked()) {
                Optional<String> value = Sql.first(
                        connection,
                        row -> row.getString(1),
                        "select " + Sql.quoted(field.name()) + "::text from " + schema.table(object)
                                + " where \"Id\" = ?",
                        id);
                values.put(field, value.orElse(null));
            }
        }
        return values;
    }

    /** Notes what became of values that were read before a change. */
    void changed(ObjectType object, String id, Map<Field, @Nullable String> before) throws SQLException {
        if (before.isEmpty()) {
            return;
        }
        ObjectType history = history(object).orElseThrow(() -> new SQLException("history vanished"));
        for (Map.Entry<Field, @Nullable String> entry : values(object, id).entrySet()) {
            String old = before.get(entry.getKey());
            if (!Objects.equals(old, entry.getValue())) {
                Field field = entry.getKey();
                String type = field.type() == FieldKind.REFERENCE ? "EntityId" : "Text";
                add(history, object, id, field.name(), type, old, entry.getValue());
            }
        }
    }

    private void add(
            ObjectType history,
            ObjectType object,
            String id,
            String field,
            String type,
            @Nullable String old,
            @Nullable String fresh)
            throws SQLException {
        long number = Sql.number(
                connection,
                "update sf_object set next_number = next_number + 1 where org = ? and name = ?"
                        + " returning next_number - 1",
                session.org().name(),
                history.name());
        List<String> columns = List.of(
                "Id",
                Histories.parentOf(object),
                "Field",
                "DataType",
                "OldValue",
                "NewValue",
                "CreatedDate",
                "CreatedById");
        Sql.update(
                connection,
                "insert into " + schema.table(history) + " ("
                        + String.join(", ", columns.stream().map(Sql::quoted).toList())
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?)",
                SalesforceId.of(history.keyPrefix(), number),
                id,
                field,
                type,
                old,
                fresh,
                now,
                session.userId());
    }
}
