package dev.minori.kit.outbox;

import dev.minori.events.Lane;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The relay's own database connection. It holds the lane's advisory lock for as long as it lives: whoever has it is the
 * leader, and a leader that loses its connection has lost the lock with it.
 */
final class LeaderConnection implements AutoCloseable {
    /** First half of the advisory lock's key: "outb" in ASCII. The second half is the lane. */
    private static final int LOCK_CLASS = 0x6f757462;

    private final Connection connection;
    private final Lane lane;

    private LeaderConnection(Connection connection, Lane lane) {
        this.connection = connection;
        this.lane = lane;
    }

    /** Becomes the lane's leader, or empty if another process is. */
    static Optional<LeaderConnection> tryLead(OutboxConfig config, Lane lane) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", config.username());
        properties.setProperty("password", config.password());
        properties.setProperty("ApplicationName", "minori-relay-" + lane);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "30");
        Connection connection = DriverManager.getConnection(config.jdbcUrl(), properties);
        boolean leads = false;
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            lock.setInt(1, LOCK_CLASS);
            lock.setInt(2, lockOf(lane));
            try (ResultSet row = lock.executeQuery()) {
                leads = row.next() && row.getBoolean(1);
            }
        } finally {
            if (!leads) {
                connection.close();
            }
        }
        return leads ? Optional.of(new LeaderConnection(connection, lane)) : Optional.empty();
    }

    private static int lockOf(Lane lane) {
        return switch (lane) {
            case LIVE -> 0;
            case BULK -> 1;
        };
    }

    /** The oldest visible rows of the lane, by position. */
    List<OutboxRow> read(int limit) throws SQLException {
        String sql = "select position, topic, message_key, payload from outbox_message where lane = ?"
                + " order by position limit ?";
        List<OutboxRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, lane.name());
            select.setInt(2, limit);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(
                            new OutboxRow(found.getLong(1), found.getString(2), found.getString(3), found.getBytes(4)));
                }
            }
        }
        return rows;
    }

    /**
     * Deletes exactly these rows. Never a range: a slower transaction may since have committed a row inside it that was
     * not sent.
     */
    void delete(List<OutboxRow> sent) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from outbox_message where lane = ? and position = any (?)")) {
            delete.setString(1, lane.name());
            delete.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", sent.stream().map(OutboxRow::position).toArray()));
            delete.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
