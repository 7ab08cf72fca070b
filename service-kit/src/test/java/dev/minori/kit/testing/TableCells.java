package dev.minori.kit.testing;

import dev.minori.platform.postgres.ServiceDatabase;
import dev.minori.platform.postgres.ServiceDatabase.Role;
import dev.minori.platform.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Proves the walls of one table with a row that is really there: a superuser writes it for one workspace, past checks and
 * triggers, then the service's roles try as another and, as the control, as its owner. All of it in one transaction that
 * is rolled back, so a table need not be filled by a story, and a new one is proven from its first day.
 */
final class TableCells {
    /** No such setting, and the empty text that it has after another transaction of the session has set it. */
    private static final Set<String> NO_WORKSPACE = Set.of("42704", "22P02");

    private static final String REFUSED = "42501";

    private final ServiceDatabase database;
    private final String table;
    private final UUID owner = UUID.randomUUID();
    private final UUID stranger = UUID.randomUUID();
    private final List<String> findings = new ArrayList<>();

    TableCells(ServiceDatabase database, String table) {
        this.database = database;
        this.table = table;
    }

    /** One sentence a finding; empty if the walls hold and the control passes. */
    List<String> findings() throws SQLException {
        try (Connection connection = TestPostgres.connectAsSuperuser(database.name());
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                sql.execute("set local lock_timeout = '30s'");
                sql.execute("set local session_replication_role = replica");
                dropChecks(connection);
                List<Column> columns = columns(connection);
                sql.execute(insert(columns, owner));
                for (Role role : new Role[] {Role.APP, Role.ERASE}) {
                    sql.execute("set local role " + database.user(role));
                    tryAs(connection, role, columns);
                    sql.execute("reset role");
                    sql.execute("set local minori.workspace = ''");
                }
            } finally {
                connection.rollback();
            }
        }
        return findings;
    }

    private void tryAs(Connection connection, Role role, List<Column> columns) throws SQLException {
        String who = "role " + database.user(role) + " of another workspace ";
        if (may(connection, "has_table_privilege(?, ?, 'select')", role)) {
            expectState(connection, "select count(*) from " + table, NO_WORKSPACE, "answers who names no workspace");
            bind(connection, stranger);
            expectRows(connection, "select * from " + table, 0, who + "reads");
            bind(connection, owner);
            expectRows(connection, "select * from " + table, 1, "the owner (control) reads");
        }
        bind(connection, stranger);
        if (may(connection, "has_column_privilege(?, ?, 'workspace_id', 'update')", role)) {
            expectChanged(connection, "update " + table + " set workspace_id = workspace_id", 0, who + "changes");
            bind(connection, owner);
            expectState(
                    connection,
                    "update " + table + " set workspace_id = '" + stranger + "'",
                    Set.of(REFUSED),
                    "lets a row be moved to another workspace");
        }
        bind(connection, stranger);
        if (may(connection, "has_table_privilege(?, ?, 'delete')", role)) {
            expectChanged(connection, "delete from " + table, 0, who + "deletes");
            bind(connection, owner);
            expectChanged(connection, "delete from " + table, 1, "the owner (control) deletes");
        }
        bind(connection, stranger);
        if (may(connection, "has_table_privilege(?, ?, 'insert')", role)) {
            expectState(connection, insert(columns, owner), Set.of(REFUSED), "takes a row for another workspace");
        }
    }

    private boolean may(Connection connection, String question, Role role) throws SQLException {
        try (var select = connection.prepareStatement("select " + question)) {
            select.setString(1, database.user(role));
            select.setString(2, table);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void bind(Connection connection, UUID workspaceId) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("set local minori.workspace = '" + workspaceId + "'");
        }
    }

    private void expectRows(Connection connection, String select, int expected, String who) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select count(*) from (" + select + ") as seen")) {
            rows.next();
            note(expected, rows.getInt(1), who);
        }
    }

    private void expectChanged(Connection connection, String statement, int expected, String who) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement sql = connection.createStatement()) {
            note(expected, sql.executeUpdate(statement), who);
        } finally {
            connection.rollback(before);
        }
    }

    private void note(int expected, int found, String who) {
        if (found != expected) {
            findings.add("table " + table + ": " + who + " " + found + " rows, not " + expected);
        }
    }

    private void expectState(Connection connection, String statement, Set<String> states, String otherwise)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
            findings.add("table " + table + " " + otherwise);
        } catch (SQLException refused) {
            if (!states.contains(refused.getSQLState())) {
                findings.add("table " + table + " " + otherwise + "? It failed otherwise: " + refused.getMessage());
            }
        } finally {
            connection.rollback(before);
        }
    }

    private record Column(String name, String value) {}

    private String insert(List<Column> columns, UUID workspaceId) {
        return "insert into " + table + " ("
                + String.join(", ", columns.stream().map(Column::name).toList())
                + ") values ("
                + String.join(
                        ", ",
                        columns.stream()
                                .map(column ->
                                        column.name().equals("workspace_id") ? "'" + workspaceId + "'" : column.value())
                                .toList())
                + ")";
    }

    private void dropChecks(Connection connection) throws SQLException {
        for (String check :
                texts(connection, "select conname from pg_constraint where contype = 'c' and conrelid = ?::regclass")) {
            try (Statement sql = connection.createStatement()) {
                sql.execute("alter table " + table + " drop constraint " + check);
            }
        }
    }

    /** The columns that a row must have, each with some value of its type. */
    private List<Column> columns(Connection connection) throws SQLException {
        return texts(connection, """
                        select a.attname || '|' || format_type(a.atttypid, a.atttypmod)
                        from pg_attribute a where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped
                          and a.attgenerated = '' and a.attidentity = '' and a.attnotnull order by a.attnum
                        """).stream()
                .map(column -> {
                    String name = column.substring(0, column.indexOf('|'));
                    return new Column(name, value(name, column.substring(column.indexOf('|') + 1)));
                })
                .toList();
    }

    private static String value(String column, String type) {
        if (column.equals("lane")) {
            return "'LIVE'"; // Partitions by list have none for anything else.
        }
        if (type.endsWith("[]")) {
            return "'{}'";
        }
        return switch (type.replaceAll("\\(.*\\)", "")) {
            case "uuid" -> "gen_random_uuid()";
            case "smallint", "integer", "bigint", "numeric", "double precision", "real" -> "1";
            case "boolean" -> "true";
            case "timestamp with time zone", "timestamp without time zone" -> "now()";
            case "date" -> "current_date";
            case "time without time zone" -> "'09:00'";
            case "interval" -> "'1 day'";
            case "bytea" -> "'\\x00'";
            case "json", "jsonb" -> "'{}'";
            default -> "'x'";
        };
    }

    private List<String> texts(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var select = connection.prepareStatement(query)) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }
}
