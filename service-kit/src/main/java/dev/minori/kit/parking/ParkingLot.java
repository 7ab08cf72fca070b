package dev.minori.kit.parking;

import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Where messages wait that can never be applied as they are. The row of a parked key is the lock between the consumer
 * that would add behind it and the replay that empties it.
 */
@ApplicationScoped
public class ParkingLot {
    private static final String KEYS = """
            select k.channel, k.message_key, k.reason, k.detail, k.parked_at, (select count(*) from parked_message m
              where m.workspace_id = k.workspace_id and m.channel = k.channel and m.message_key = k.message_key)
            from parked_key k where k.workspace_id = ?
            """;
    private static final String ORDER = " order by k.parked_at, k.channel, k.message_key";
    /** A page of the list, by workspace, place and size. */
    static final String BEHIND = KEYS + " and (k.parked_at, k.channel, k.message_key) > (?, ?, ?)" + ORDER + " limit ?";

    private static final String FOR_A_REASON = KEYS + " and k.reason = ?" + ORDER;

    private final DataSource dataSource;

    ParkingLot(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Whether the key is parked, and if so locks it until the transaction ends: no replay can finish the key while a
     * message is put behind it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean lockIfParked(String channel, String key) {
        String sql = "select 1 from parked_key where workspace_id = ? and channel = ? and message_key = ? for update";
        return exists(sql, channel, key);
    }

    /** Whether the key is parked, as it is now, without a lock. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isParked(String channel, String key) {
        String sql = "select 1 from parked_key where workspace_id = ? and channel = ? and message_key = ?";
        return exists(sql, channel, key);
    }

    /** How many messages of the key wait. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long waiting(String channel, String key) {
        String sql = "select count(*) from parked_message where workspace_id = ? and channel = ? and message_key = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement(sql)) {
            bindKey(count, channel, key);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new ParkingFailure(failed);
        }
    }

    /** Parks the key, or says why it stays parked, and puts the message at the end of its queue. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void park(String channel, String key, String reason, String detail, Waiting message) {
        String parkKey = """
                insert into parked_key (workspace_id, channel, message_key, reason, detail, parked_at)
                values (?, ?, ?, ?, ?, now())
                on conflict (workspace_id, channel, message_key) do nothing
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(parkKey)) {
            bindKey(insert, channel, key);
            insert.setString(4, reason);
            insert.setString(5, detail);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new ParkingFailure(failed);
        }
        putBehind(channel, key, message);
    }

    /** Puts a message at the end of a parked key's queue; a redelivery of one that waits changes nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void putBehind(String channel, String key, Waiting message) {
        String sql = """
                insert into parked_message (workspace_id, channel, message_key, event_id, payload, source, parked_at)
                select ?, ?, ?, ?, ?, ?, now()
                where not exists (
                  select from parked_message
                  where workspace_id = ? and channel = ? and message_key = ? and event_id = ?)
                """;
        UUID workspaceId = WorkspaceContext.current();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            bindKey(insert, channel, key);
            insert.setObject(4, message.eventId());
            insert.setBytes(5, message.payload());
            insert.setString(6, message.source());
            insert.setObject(7, workspaceId);
            insert.setString(8, channel);
            insert.setString(9, key);
            insert.setObject(10, message.eventId());
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new ParkingFailure(failed);
        }
    }

    /** The next message of a key that {@link #lockIfParked} holds. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<ParkedMessage> first(String channel, String key) {
        String sql = "select position, event_id, payload from parked_message"
                + " where workspace_id = ? and channel = ? and message_key = ? order by position limit 1";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            bindKey(select, channel, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new ParkedMessage(row.getLong(1), row.getObject(2, UUID.class), row.getBytes(3)))
                        : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new ParkingFailure(failed);
        }
    }

    /** Takes an applied (or given up) message out of the queue; an empty queue frees the key. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(String channel, String key, long position) {
        String message = "delete from parked_message"
                + " where workspace_id = ? and channel = ? and message_key = ? and position = ?";
        String emptyKey = """
                delete from parked_key k where workspace_id = ? and channel = ? and message_key = ?
                and not exists (
                  select from parked_message m where m.workspace_id = k.workspace_id and m.channel = k.channel
                  and m.message_key = k.message_key)
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement deleteMessage = connection.prepareStatement(message);
                PreparedStatement deleteKey = connection.prepareStatement(emptyKey)) {
            bindKey(deleteMessage, channel, key);
            deleteMessage.setLong(4, position);
            deleteMessage.executeUpdate();
            bindKey(deleteKey, channel, key);
            deleteKey.executeUpdate();
        } catch (SQLException failed) {
            throw new ParkingFailure(failed);
        }
    }

    /** Says why a key is still parked after a replay. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void explain(String channel, String key, String reason, String detail) {
        String sql = "update parked_key set reason = ?, detail = ?"
                + " where workspace_id = ? and channel = ? and message_key = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, reason);
            update.setString(2, detail);
            update.setObject(3, WorkspaceContext.current());
            update.setString(4, channel);
            update.setString(5, key);
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new ParkingFailure(failed);
        }
    }

    /** The workspace's parked keys, longest waiting first. */
    @Transactional
    public List<ParkedKey> list(int limit) {
        return list(Place.BEFORE_ALL, limit);
    }

    /** The workspace's parked keys behind a place, longest waiting first. */
    @Transactional
    public List<ParkedKey> list(Place behind, int limit) {
        return select(BEHIND, behind.parkedAt().atOffset(ZoneOffset.UTC), behind.channel(), behind.key(), limit);
    }

    /** All keys of the workspace that are parked for a reason, longest waiting first. */
    @Transactional
    public List<ParkedKey> listFor(String reason) {
        return select(FOR_A_REASON, reason);
    }

    private List<ParkedKey> select(String sql, Object... parameters) {
        List<ParkedKey> keys = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, WorkspaceContext.current());
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 2, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.add(new ParkedKey(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, OffsetDateTime.class).toInstant(),
                            row.getLong(6)));
                }
            }
            return keys;
        } catch (SQLException failed) {
            throw new ParkingFailure(failed);
        }
    }

    private boolean exists(String sql, String channel, String key) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            bindKey(select, channel, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException failed) {
            throw new ParkingFailure(failed);
        }
    }

    private static void bindKey(PreparedStatement statement, String channel, String key) throws SQLException {
        statement.setObject(1, WorkspaceContext.current());
        statement.setString(2, channel);
        statement.setString(3, key);
    }

    /** A key's place in the list. */
    public record Place(Instant parkedAt, String channel, String key) {
        public static final Place BEFORE_ALL = new Place(Instant.EPOCH, "", "");
    }

    /** A message to keep. */
    @SuppressWarnings("ArrayRecordComponent") // Bytes kept for the replay; nobody compares them.
    public record Waiting(UUID eventId, byte[] payload, String source) {}

    /** The database did not do it; its cause says whether trying again helps. */
    static final class ParkingFailure extends RuntimeException {
        ParkingFailure(SQLException cause) {
            super("parking failed", cause);
        }
    }
}
