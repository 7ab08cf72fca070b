package dev.minori.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.minori.events.DirectoryEvent;
import dev.minori.events.Envelope;
import dev.minori.events.Topic;
import dev.minori.kit.id.Ids;
import dev.minori.kit.json.EventJson;
import dev.minori.kit.log.LogField;
import dev.minori.kit.workspace.WorkspaceContext;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Writes outbox rows. Before a row draws its position, the transaction locks the row of its key's stream and holds it
 * until it commits: of two writers to one key the second waits, so positions of a key commit in their order.
 */
@ApplicationScoped
class JdbcOutbox implements Outbox {
    private static final String LOCK_STREAM = """
            insert into outbox_stream (workspace_id, topic, message_key, last_sequence) values (?, ?, ?, ?)
            on conflict (workspace_id, topic, message_key)
            do update set last_sequence = outbox_stream.last_sequence + excluded.last_sequence
            returning last_sequence
            """;
    private static final String INSERT_MESSAGE = """
            insert into outbox_message
              (workspace_id, lane, event_id, topic, message_key, key_sequence, payload, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, now())
            """;

    private final DataSource dataSource;
    private final Clock clock;
    private final Ids ids;
    private final Event<OutboxWritten> written;

    JdbcOutbox(DataSource dataSource, Clock clock, Ids ids, Event<OutboxWritten> written) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.ids = ids;
        this.written = written;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void publishAll(List<OutboxMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        UUID workspaceId = WorkspaceContext.current();
        try (Connection connection = dataSource.getConnection()) {
            Map<Stream, Long> nextSequences = lockStreams(connection, workspaceId, messages);
            insert(connection, workspaceId, messages, nextSequences);
        } catch (SQLException failed) {
            throw new OutboxFailure("could not record " + messages.size() + " outbox messages", failed);
        }
        messages.stream().map(OutboxMessage::lane).distinct().forEach(lane -> written.fire(new OutboxWritten(lane)));
    }

    /** Locks in one order for all writers, so that two transactions with several keys do not wait for each other. */
    private static Map<Stream, Long> lockStreams(Connection connection, UUID workspaceId, List<OutboxMessage> messages)
            throws SQLException {
        Map<Stream, Integer> counts = new TreeMap<>();
        messages.forEach(message -> counts.merge(Stream.of(message), 1, Integer::sum));
        Map<Stream, Long> next = new HashMap<>();
        try (PreparedStatement lock = connection.prepareStatement(LOCK_STREAM)) {
            for (Map.Entry<Stream, Integer> entry : counts.entrySet()) {
                Stream stream = entry.getKey();
                lock.setObject(1, workspaceId);
                lock.setString(2, stream.topic());
                lock.setString(3, stream.key());
                lock.setLong(4, entry.getValue());
                try (ResultSet row = lock.executeQuery()) {
                    row.next();
                    next.put(stream, row.getLong(1) - entry.getValue() + 1);
                }
            }
        }
        return next;
    }

    private void insert(
            Connection connection, UUID workspaceId, List<OutboxMessage> messages, Map<Stream, Long> nextSequences)
            throws SQLException {
        Instant recordedAt = clock.instant();
        try (PreparedStatement insert = connection.prepareStatement(INSERT_MESSAGE)) {
            for (OutboxMessage message : messages) {
                Stream stream = Stream.of(message);
                long sequence = nextSequences.merge(stream, 1L, Long::sum) - 1;
                UUID eventId = ids.next();
                insert.setObject(1, workspaceId);
                insert.setString(2, message.lane().name());
                insert.setObject(3, eventId);
                insert.setString(4, stream.topic());
                insert.setString(5, stream.key());
                insert.setLong(6, sequence);
                insert.setBytes(7, payload(workspaceId, message, eventId, sequence, recordedAt));
                insert.addBatch();
                tell(message, eventId, stream);
            }
            insert.executeBatch();
        }
    }

    /** The line carries the new event's ids; those of the event it follows from are on the lines around it. */
    private static void tell(OutboxMessage message, UUID eventId, Stream stream) {
        if (!Log.isDebugEnabled()) {
            return;
        }
        String subject = stream.key().substring(stream.key().indexOf('|') + 1);
        LogField.during(
                "eventId",
                eventId,
                () -> LogField.during(
                        subjectField(message),
                        subject,
                        () -> Log.debugf(
                                "event recorded for %s, to be sent when the transaction commits; caused by %s",
                                stream.topic(), message.causationId())));
    }

    /** What readers' lines call it, see InboundChannel. */
    private static String subjectField(OutboxMessage message) {
        if (message.event() instanceof DirectoryEvent) {
            return "directoryEntry";
        }
        return switch (message.lane()) {
            case LIVE -> "customerId";
            case BULK -> "bucket";
        };
    }

    private static byte[] payload(
            UUID workspaceId, OutboxMessage message, UUID eventId, long sequence, Instant recordedAt) {
        Envelope<?> envelope = new Envelope<>(
                eventId,
                workspaceId,
                message.key(),
                sequence,
                recordedAt,
                message.origin(),
                message.mustUnderstand(),
                message.causationId(),
                null,
                message.event());
        try {
            Topic topic = Topic.of(message.event(), message.lane());
            byte[] payload = EventJson.mapper()
                    .writerFor(EventJson.envelopeOf(topic.eventType()))
                    .writeValueAsBytes(envelope);
            if (payload.length > MAX_PAYLOAD_BYTES) {
                throw new IllegalArgumentException("message of " + payload.length + " bytes exceeds the limit of "
                        + MAX_PAYLOAD_BYTES + "; split it");
            }
            return payload;
        } catch (JsonProcessingException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private record Stream(String topic, String key) implements Comparable<Stream> {
        static Stream of(OutboxMessage message) {
            return new Stream(Topic.of(message.event(), message.lane()).topicName(), message.key());
        }

        @Override
        public int compareTo(Stream other) {
            int byTopic = topic.compareTo(other.topic);
            return byTopic != 0 ? byTopic : key.compareTo(other.key);
        }
    }
}
