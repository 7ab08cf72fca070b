package dev.minori.kit.inbox;

import dev.minori.kit.failure.TransientFailure;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Keeps bytes that are no message, for people to look at: twice as long as the topics keep them, then nobody can ask the
 * sender any more. Erasure cannot search them, so they must go by themselves.
 */
@ApplicationScoped
class UnreadableMessages {
    private static final int KEPT_DAYS = 14;

    private final DataSource dataSource;

    UnreadableMessages(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keep(UUID id, String channel, ReceivedMessage message, String error) {
        String sql = "insert into unreadable_message (id, channel, source, message_key, payload, error, received_at)"
                + " values (?, ?, ?, ?, ?, ?, now())";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, id);
            insert.setString(2, channel);
            insert.setString(3, message.source());
            insert.setBytes(4, message.key());
            insert.setBytes(5, message.payload());
            insert.setString(6, error);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new TransientFailure("an unreadable message could not be kept", failed);
        }
    }

    @Scheduled(every = "6h", delayed = "1m", identity = "unreadable-messages")
    @Transactional
    void forgetOld() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        "delete from unreadable_message where received_at < now() - make_interval(days => ?)")) {
            delete.setInt(1, KEPT_DAYS);
            int forgotten = delete.executeUpdate();
            if (forgotten > 0) {
                Log.infof("%d unreadable messages deleted: they are kept for %d days", forgotten, KEPT_DAYS);
            }
        } catch (SQLException failed) {
            Log.warnf("old unreadable messages stay until the next round: %s", failed.getMessage());
        }
    }
}
