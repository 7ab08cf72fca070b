package dev.minori.kit.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Many rows for a table, made from its columns as the catalogue tells them: row {@code n} of a workspace {@code w} has the
 * same id in all tables, so that joins find their partners.
 *
 * @param table its name
 * @param columns SQL expressions of {@code n} and {@code w} for columns that are nullable, checked, or few-valued
 */
record ManyRows(String table, Map<String, String> columns) {
    /** So few of the rows are a workspace's that no plan gains by reading them all. */
    private static final int WORKSPACES = 100;

    private static final int ROWS_EACH = 200;

    private static final String NEEDED = """
            select a.attname, format_type(a.atttypid, null) from pg_attribute a
            where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped
              and a.attgenerated = '' and a.attidentity = '' and a.attnotnull and not a.atthasdef
            """;

    ManyRows {
        columns = Map.copyOf(columns);
    }

    /** For this workspace and many others; past checks of other tables and triggers. The connection is a superuser's. */
    void insert(Connection connection, UUID workspace, UUID others) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        columns.forEach((name, value) -> {
            names.add(name);
            values.add(value);
        });
        try (PreparedStatement select = connection.prepareStatement(NEEDED)) {
            select.setString(1, table);
            try (ResultSet column = select.executeQuery()) {
                while (column.next()) {
                    if (!columns.containsKey(column.getString(1))) {
                        names.add(column.getString(1));
                        values.add(value(column.getString(1), column.getString(2)));
                    }
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("insert into " + table + " (" + String.join(", ", names) + ") select "
                    + String.join(", ", values) + " from generate_series(1, " + ROWS_EACH + ") n, (select '" + workspace
                    + "' as w union all select md5('" + others + "' || k)::uuid::text from generate_series(2, "
                    + WORKSPACES + ") k) workspaces");
        }
    }

    private static String value(String column, String type) {
        if (column.equals("workspace_id")) {
            return "w::uuid";
        }
        if (type.endsWith("[]")) {
            return "'{}'";
        }
        return switch (type) {
            case "uuid" -> "md5(w || n)::uuid";
            case "smallint", "integer", "bigint", "numeric", "double precision", "real" -> "n";
            case "boolean" -> "false";
            case "timestamp with time zone" -> "now() - n * interval '1 minute'";
            case "date" -> "current_date - n % 300";
            case "bytea" -> "'\\x00'";
            case "json", "jsonb" -> "'{}'";
            default -> "'x' || n";
        };
    }
}
