package dev.minori.kit.inbox;

import dev.minori.kit.inbox.MessageReader.Head;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Remembers which messages were applied and how far each key has come. */
@ApplicationScoped
class Inbox {
    private final DataSource dataSource;

    Inbox(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What the sequence of a key says about a message. */
    enum Sequence {
        NEXT,
        GAP,
        STEP_BACK
    }

    /** Notes the message as applied; false if it was applied before. A concurrent duplicate waits here. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean note(String channel, Head head) throws SQLException {
        String sql = "insert into inbox_message (workspace_id, channel, event_id, recorded_on) values (?, ?, ?, ?)"
                + " on conflict do nothing";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, head.workspaceId());
            insert.setString(2, channel);
            insert.setObject(3, head.eventId());
            insert.setObject(4, LocalDate.ofInstant(head.recordedAt(), ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    /** Advances the key to this message and says whether something was missed before it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Sequence advance(String channel, Head head) throws SQLException {
        String sql = """
                with before as (
                  select last_sequence from consumed_key where workspace_id = ? and channel = ? and message_key = ?
                ), advanced as (
                  insert into consumed_key (workspace_id, channel, message_key, last_sequence) values (?, ?, ?, ?)
                  on conflict (workspace_id, channel, message_key)
                  do update set last_sequence = greatest(consumed_key.last_sequence, excluded.last_sequence)
                )
                select last_sequence from before
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement advance = connection.prepareStatement(sql)) {
            advance.setObject(1, head.workspaceId());
            advance.setString(2, channel);
            advance.setString(3, head.key());
            advance.setObject(4, head.workspaceId());
            advance.setString(5, channel);
            advance.setString(6, head.key());
            advance.setLong(7, head.keySequence());
            try (ResultSet before = advance.executeQuery()) {
                if (!before.next()) {
                    return Sequence.NEXT; // The first of this key seen here; topics may have forgotten older ones.
                }
                long last = before.getLong(1);
                if (head.keySequence() <= last) {
                    return Sequence.STEP_BACK;
                }
                return head.keySequence() == last + 1 ? Sequence.NEXT : Sequence.GAP;
            }
        }
    }
}
