package dev.minori.kit.testing;

import dev.minori.platform.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Looks into the service's database past all policies, as its superuser. */
public final class Inspection {
    private Inspection() {}

    /** The first column of a query, as text. */
    public static List<String> texts(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement select = prepare(connection, sql, parameters);
                ResultSet rows = select.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The first column of the first row as a number; 0 if there is no row. */
    public static long number(String sql, Object... parameters) {
        return texts(sql, parameters).stream()
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    /** Changes rows behind the service's back. */
    public static int update(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement update = prepare(connection, sql, parameters)) {
            return update.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /**
     * Every place that holds one of the markers in any spelling of case: table, column and marker. Reads all columns of
     * all tables and partitions that the catalogue knows; bytes are read as UTF-8. Rows of other workspaces are passed
     * over: those that other tests left go on reading from the same org.
     */
    public static List<String> findings(UUID workspace, List<String> markers) {
        List<String> findings = new ArrayList<>();
        // Rows of a table that does not say whose they are could be anybody's.
        for (String rows : texts("""
                select c.relname || case when a.attname is null then '' else ' where workspace_id = ' || quote_literal(?) end
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                left join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
                where n.nspname = 'public' and c.relkind = 'r' order by 1
                """, workspace.toString())) {
            findings.addAll(findingsIn(rows, markers));
        }
        return findings;
    }

    private static List<String> findingsIn(String tableRows, List<String> markers) {
        List<String> findings = new ArrayList<>();
        List<String> lower =
                markers.stream().map(marker -> marker.toLowerCase(Locale.ROOT)).toList();
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement("select * from " + tableRows);
                ResultSet rows = select.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    String text = text(rows.getObject(i)).toLowerCase(Locale.ROOT);
                    for (int marker = 0; marker < lower.size(); marker++) {
                        if (text.contains(lower.get(marker))) {
                            findings.add(tableRows.replaceFirst(" .*", "") + "."
                                    + rows.getMetaData().getColumnName(i) + " holds " + markers.get(marker));
                        }
                    }
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return findings;
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            default -> value.toString();
        };
    }

    /** A connection as the superuser. */
    public static Connection connect() throws SQLException {
        return TestPostgres.connectAsSuperuser(ServiceTestResource.database().name());
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
