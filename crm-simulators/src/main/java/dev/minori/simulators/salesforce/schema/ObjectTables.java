package dev.minori.simulators.salesforce.schema;

import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Creates the table of an object from its definition, one real column a field, so that queries become plain SQL. */
public final class ObjectTables {

    private ObjectTables() {}

    /** Creates the table without indexes, ready for a bulk load. */
    public static void create(Connection connection, OrgSchema schema, ObjectType object) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (Field field : object.fields()) {
            if (field.stored()) {
                columns.add(Sql.quoted(field.name()) + " " + field.type().columnType() + suffix(field));
            }
        }
        Sql.execute(
                connection,
                "create table " + schema.table(object) + " (" + String.join(", ", columns)
                        + ") with (autovacuum_enabled = true, fillfactor = 90)");
    }

    private static String suffix(Field field) {
        if (field.formula() != null) {
            return " generated always as (" + field.formula() + ") virtual";
        }
        return switch (field.type()) {
            case ID -> " not null";
            case BOOLEAN -> " not null default false";
            case REFERENCE,
                    STRING,
                    TEXTAREA,
                    EMAIL,
                    PHONE,
                    URL,
                    PICKLIST,
                    MULTIPICKLIST,
                    INT,
                    DOUBLE,
                    CURRENCY,
                    PERCENT,
                    DATE,
                    DATETIME,
                    ADDRESS -> "";
        };
    }

    /** Adds keys and indexes after the load and lets the planner see the rows. */
    public static void index(Connection connection, OrgSchema schema, ObjectType object) throws SQLException {
        String table = schema.table(object);
        Sql.execute(connection, "alter table " + table + " add primary key (\"Id\")");
        String stamp = object.historical() ? "CreatedDate" : "SystemModstamp";
        index(connection, table, Sql.quoted(stamp) + ", \"Id\"", "");
        for (Field field : object.fields()) {
            String column = Sql.quoted(field.name());
            boolean audit = field.name().equals("CreatedById") || field.name().equals("LastModifiedById");
            if (field.unique()) {
                String folded = field.foldsCase() ? "(lower(" + column + "))" : column;
                index(connection, table, folded, "unique ");
            } else if (field.externalId() || field.indexed()) {
                index(connection, table, field.foldsCase() ? "(lower(" + column + "))" : column, "");
            } else if (field.type() == FieldKind.REFERENCE && !audit) {
                index(connection, table, column, "");
            }
        }
        Sql.execute(connection, "analyze " + table);
    }

    private static void index(Connection connection, String table, String columns, String unique) throws SQLException {
        Sql.execute(
                connection, "create " + unique.toLowerCase(Locale.ROOT) + "index on " + table + " (" + columns + ")");
    }
}
