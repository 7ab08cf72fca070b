package dev.minori.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Keeps bytes that are no message, for people to look at. */
@ApplicationScoped
class UnreadableMessages {
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
}
