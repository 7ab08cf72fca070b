package dev.minori.simulators.salesforce.record;

import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.OrgSchema;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes single records with their audit fields. Stamps have a resolution of one second, as the API shows them. */
final class RecordStore {

    private final Connection connection;
    private final Session session;
    private final OrgSchema schema;
    private final Instant now;

    RecordStore(Connection connection, Session session, Clock clock) {
        this.connection = connection;
        this.session = session;
        this.schema = session.org().schema();
        this.now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** What is known of a stored record. */
    record Known(String id, boolean deleted) {}

    Optional<Known> find(ObjectType object, String id) throws SQLException {
        return Sql.first(
                connection,
                row -> new Known(row.getString(1), row.getBoolean(2)),
                "select \"Id\", \"IsDeleted\" from " + schema.table(object) + " where \"Id\" = ? for update",
                id);
    }

    /** Ids of the records that are not deleted and have that value in an external id field. */
    List<String> findByKey(ObjectType object, Field key, String value) throws SQLException {
        String column = Sql.quoted(key.name());
        String match = key.foldsCase() ? "lower(" + column + ") = lower(?)" : column + "::text = ?";
        return Sql.list(
                connection,
                row -> row.getString(1),
                "select \"Id\" from " + schema.table(object) + " where " + match + " and not \"IsDeleted\" limit 10",
                value);
    }

    private void meetLocks(ObjectType object, String id) {
        if (session.org().trouble().rowIsLocked(object.name())) {
            throw new SalesforceFault(
                    400, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record or 1 records: " + id);
        }
    }

    /** A row of a long transaction: its stamp is now, but readers see it later. */
    private void hide(ObjectType object, String id) throws SQLException {
        Optional<Duration> delay = session.org().trouble().delay(object.name());
        if (delay.isPresent()) {
            Sql.update(
                    connection,
                    "insert into sf_hidden (org, id, visible_at) values (?, ?, ?)",
                    session.org().name(),
                    id,
                    now.plus(delay.get()));
        }
    }

    /** Throws unless the user may do what is asked with records of an object. */
    static void allow(ObjectType object, boolean allowed) {
        if (!allowed) {
            throw new SalesforceFault(
                    400, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object: " + object.name());
        }
    }

    String insert(ObjectType object, Map<Field, @Nullable Object> given) throws SQLException {
        allow(object, object.createable());
        checkReferences(given);
        RecordDefaults.checkRecordType(object, given);
        checkUnique(object, given, null);
        long number = Sql.number(
                connection,
                "update sf_object set next_number = next_number + 1 where org = ? and name = ?"
                        + " returning next_number - 1",
                session.org().name(),
                object.name());
        String id = SalesforceId.of(object.keyPrefix(), number);
        meetLocks(object, id);
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("Id", id);
        given.forEach((field, value) -> columns.put(field.name(), value));
        // Numbers are given whether the user sees their field or not.
        for (Field field : schema.object(object.name()).orElse(object).fields()) {
            String format = field.autoNumber();
            if (format != null) {
                columns.put(field.name(), autoNumber(format, number));
            }
        }
        RecordDefaults.complete(schema.object(object.name()).orElse(object), columns);
        object.field("OwnerId").ifPresent(owner -> columns.putIfAbsent(owner.name(), session.userId()));
        columns.put("CreatedDate", now);
        columns.put("CreatedById", session.userId());
        stamp(columns);
        closeCase(object, columns);
        String names =
                String.join(", ", columns.keySet().stream().map(Sql::quoted).toList());
        String marks =
                String.join(", ", columns.keySet().stream().map(name -> "?").toList());
        Sql.update(
                connection,
                "insert into " + schema.table(object) + " (" + names + ") values (" + marks + ")",
                columns.values().toArray());
        hide(object, id);
        new FieldHistory(connection, session, now).created(object, id);
        return id;
    }

    void update(ObjectType object, String id, Map<Field, @Nullable Object> given) throws SQLException {
        allow(object, object.updateable());
        meetLocks(object, id);
        checkReferences(given);
        RecordDefaults.checkRecordType(object, given);
        checkUnique(object, given, id);
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        given.forEach((field, value) -> columns.put(field.name(), value));
        stamp(columns);
        closeCase(object, columns);
        FieldHistory history = new FieldHistory(connection, session, now);
        Map<Field, @Nullable String> before = history.values(object, id);
        List<@Nullable Object> parameters = new ArrayList<>(columns.values());
        parameters.add(id);
        Sql.update(
                connection,
                "update " + schema.table(object) + " set "
                        + String.join(
                                ", ",
                                columns.keySet().stream()
                                        .map(name -> Sql.quoted(name) + " = ?")
                                        .toList())
                        + " where \"Id\" = ?",
                parameters.toArray());
        history.changed(object, id, before);
    }

    private void stamp(Map<String, @Nullable Object> columns) {
        columns.put("LastModifiedDate", now);
        columns.put("LastModifiedById", session.userId());
        columns.put("SystemModstamp", now);
    }

    /** The service sets a case's closing time itself, from its status. */
    private void closeCase(ObjectType object, Map<String, @Nullable Object> columns) {
        if (object.name().equals("Case") && columns.containsKey("Status")) {
            columns.put("ClosedDate", "完了".equals(columns.get("Status")) ? now : null);
        }
    }

    /** Moves a record to the recycle bin, and with it the children that do not live without it. */
    void delete(ObjectType object, List<String> ids) throws SQLException {
        List<String> hit = Sql.list(
                connection,
                row -> row.getString(1),
                "update " + schema.table(object) + " set \"IsDeleted\" = true, \"SystemModstamp\" = ?,"
                        + " \"LastModifiedById\" = ? where \"Id\" = any(?) and not \"IsDeleted\" returning \"Id\"",
                now,
                session.userId(),
                ids);
        if (hit.isEmpty()) {
            return;
        }
        Sql.update(
                connection,
                "insert into sf_deleted (org, object, id, deleted_at) select ?, ?, id, ? from unnest(?::text[]) ids(id)",
                session.org().name(),
                object.name(),
                now,
                hit);
        for (ObjectType child : schema.objects()) {
            for (Field field : child.fields()) {
                if (!field.cascadeDelete() || !object.name().equals(field.referenceTo())) {
                    continue;
                }
                if (child.historical()) {
                    Sql.update(
                            connection,
                            "update " + schema.table(child) + " set \"IsDeleted\" = true where "
                                    + Sql.quoted(field.name()) + " = any(?)",
                            hit);
                } else {
                    List<String> children = Sql.list(
                            connection,
                            row -> row.getString(1),
                            "select \"Id\" from " + schema.table(child) + " where " + Sql.quoted(field.name())
                                    + " = any(?) and not \"IsDeleted\"",
                            hit);
                    delete(child, children);
                }
            }
        }
    }

    /** Removes records from the recycle bin; what told of their deletion stays. */
    void purge(ObjectType object, List<String> ids) throws SQLException {
        Sql.update(connection, "delete from " + schema.table(object) + " where \"Id\" = any(?) and \"IsDeleted\"", ids);
    }

    private void checkReferences(Map<Field, @Nullable Object> given) throws SQLException {
        for (Map.Entry<Field, @Nullable Object> entry : given.entrySet()) {
            String target = entry.getKey().referenceTo();
            if (target == null || !(entry.getValue() instanceof String id)) {
                continue;
            }
            Optional<ObjectType> type = schema.object(target);
            boolean known = type.isPresent()
                    && id.startsWith(type.get().keyPrefix())
                    && find(type.get(), id).filter(parent -> !parent.deleted()).isPresent();
            if (!known) {
                throw new SalesforceFault(
                        400,
                        "INVALID_CROSS_REFERENCE_KEY",
                        "invalid cross reference id",
                        List.of(entry.getKey().name()));
            }
        }
    }

    private void checkUnique(ObjectType object, Map<Field, @Nullable Object> given, @Nullable String ownId)
            throws SQLException {
        for (Map.Entry<Field, @Nullable Object> entry : given.entrySet()) {
            Field field = entry.getKey();
            if (!field.unique() || entry.getValue() == null) {
                continue;
            }
            String column = Sql.quoted(field.name());
            // Deleted records keep their value until they leave the recycle bin, so they count here too.
            Optional<String> other = Sql.first(
                    connection,
                    row -> row.getString(1),
                    "select \"Id\" from " + schema.table(object) + " where lower(" + column
                            + ") = lower(?) and \"Id\" is distinct from ?",
                    entry.getValue(),
                    ownId);
            if (other.isPresent()) {
                throw new SalesforceFault(
                        400,
                        "DUPLICATE_VALUE",
                        "duplicate value found: " + field.name() + " duplicates value on record with id: "
                                + other.get().substring(0, 15),
                        List.of());
            }
        }
    }

    /** The n-th value of an auto-number format such as {@code U-{0000000000}}. */
    static String autoNumber(String format, long number) {
        int open = format.indexOf('{');
        int close = format.indexOf('}');
        String digits = String.valueOf(number);
        String zeros = "0".repeat(Math.max(0, close - open - 1 - digits.length()));
        return format.substring(0, open) + zeros + digits + format.substring(close + 1);
    }
}
