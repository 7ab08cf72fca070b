package dev.minori.kit.inbox;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as they came from the broker.
 *
 * @param source {@code topic-partition@offset}, for people who look for the message
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way into the reader; nobody compares them.
public record ReceivedMessage(String source, byte @Nullable [] key, byte @Nullable [] payload) {

    /** The message of a Kafka record. */
    public static ReceivedMessage of(ConsumerRecord<String, byte[]> message) {
        byte[] key = message.key() == null ? null : message.key().getBytes(StandardCharsets.UTF_8);
        return new ReceivedMessage(
                message.topic() + "-" + message.partition() + "@" + message.offset(), key, message.value());
    }
}
