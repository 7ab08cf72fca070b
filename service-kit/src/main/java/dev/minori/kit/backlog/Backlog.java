package dev.minori.kit.backlog;

import dev.minori.events.Lane;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * One look at what waits. Ages are told by the database, whose clock also wrote the rows; they do not depend on which
 * process relays, nor on whether any does.
 *
 * @param outboxAge seconds since the oldest row of a lane was recorded; 0 if none waits
 * @param parked parked keys by channel
 * @param unreadable kept messages that are none
 */
record Backlog(Map<Lane, Double> outboxAge, Map<String, Parked> parked, long unreadable) {
    /**
     * Keys of a channel that wait for help.
     *
     * @param oldestAge seconds since the first of them was parked
     */
    record Parked(long keys, double oldestAge) {}

    private static final String OLDEST = "select extract(epoch from clock_timestamp() - recorded_at)::float8"
            + " from outbox_message where lane = ? order by position limit 1";
    private static final String PARKED = "select channel, count(parked_at),"
            + " extract(epoch from clock_timestamp() - min(parked_at))::float8 from parked_key group by channel";

    static Backlog read(Connection connection) throws SQLException {
        Map<Lane, Double> ages = new EnumMap<>(Lane.class);
        try (PreparedStatement select = connection.prepareStatement(OLDEST)) {
            for (Lane lane : Lane.values()) {
                select.setString(1, lane.name());
                try (ResultSet row = select.executeQuery()) {
                    ages.put(lane, row.next() ? Math.max(0, row.getDouble(1)) : 0.0);
                }
            }
        }
        Map<String, Parked> parked = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(PARKED);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                parked.put(row.getString(1), new Parked(row.getLong(2), Math.max(0, row.getDouble(3))));
            }
        }
        try (PreparedStatement select =
                        connection.prepareStatement("select count(received_at) from unreadable_message");
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Backlog(ages, parked, row.getLong(1));
        }
    }
}
