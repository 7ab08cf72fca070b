package dev.minori.platform.system;

import dev.minori.platform.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The databases of a running platform, seen by their superuser: past every policy. */
final class Databases {
    static final List<String> SERVICES = List.of("sync", "scoring", "playbook", "notification");

    private final LocalPlatform platform;

    Databases(LocalPlatform platform) {
        this.platform = platform;
    }

    /**
     * Looks for texts in every row of every table of the services' databases, whatever the columns' types: a row is read as
     * text, in which {@code bytea} shows as hexadecimal digits.
     *
     * @param markers small ASCII letters and digits; they are found in capitals too
     * @return for each marker that was found the tables it was found in
     */
    Map<String, Set<String>> find(List<String> markers) throws SQLException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (String service : SERVICES) {
            try (Connection connection = connect(service)) {
                for (String table : tables(connection)) {
                    scan(connection, table, markers)
                            .forEach(marker -> found.computeIfAbsent(marker, any -> new TreeSet<>())
                                    .add(service + ": " + table));
                }
            }
        }
        return found;
    }

    /** The first column of the first row. */
    String value(String service, String sql, String... parameters) throws SQLException {
        try (Connection connection = connect(service);
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select format('%I.%I', n.nspname, c.relname) from pg_class c"
                        + " join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'm')"
                        + " and c.relpersistence <> 't'"
                        + " and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast'"
                        + " order by 1")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    /**
     * One pass over the table, whatever the number of markers: rows that hold what all markers begin with come here, each
     * as text once. Letters are folded as ASCII only, which costs a tenth of what folding Japanese text does.
     */
    private static Set<String> scan(Connection connection, String table, List<String> markers) throws SQLException {
        String common = commonPrefix(markers);
        String sql = "select line from (select lower(t::text collate \"C\") as line from " + table
                + " t offset 0) lines where line like ? or line like ? or line like ?";
        Set<String> found = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, "%" + common + "%");
            select.setString(2, "%" + hex(common) + "%");
            select.setString(3, "%" + hex(common.toUpperCase(Locale.ROOT)) + "%");
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String line = row.getString(1);
                    markers.stream().filter(marker -> holds(line, marker)).forEach(found::add);
                }
            }
        }
        return found;
    }

    private static boolean holds(String line, String marker) {
        return line.contains(marker)
                || line.contains(hex(marker))
                || line.contains(hex(marker.toUpperCase(Locale.ROOT)));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String commonPrefix(List<String> markers) {
        String prefix = markers.getFirst();
        for (String marker : markers) {
            while (!marker.startsWith(prefix)) {
                prefix = prefix.substring(0, prefix.length() - 1);
            }
        }
        return prefix;
    }

    /** A session of the superuser's, to be closed by the caller. */
    Connection connect(String service) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + platform.port("POSTGRES") + "/" + service;
        try {
            return DriverManager.getConnection(
                    url,
                    PostgresServer.SUPERUSER,
                    Files.readString(platform.state().resolve("secrets/postgres.password")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
