package dev.minori.kit.outbox;

import dev.minori.events.Lane;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends a batch as one Kafka transaction. The transaction is not what makes delivery safe (the table is); its id fences
 * a paused leader that wakes up after another has taken over, so that old batches cannot slip in behind newer ones.
 */
final class KafkaRelayProducer implements RelayProducer {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topicPrefix;

    private KafkaRelayProducer(KafkaProducer<byte[], byte[]> producer, String topicPrefix) {
        this.producer = producer;
        this.topicPrefix = topicPrefix;
    }

    static KafkaRelayProducer open(OutboxConfig config, Lane lane) {
        String prefix = config.topicPrefix().orElse("");
        int ackMillis = Math.toIntExact(config.ackTimeout().toMillis());
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.ofEntries(
                        Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers()),
                        Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "relay-" + config.service() + "-" + lane),
                        Map.entry(
                                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                                prefix + "minori-" + config.service() + "-" + lane),
                        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                        Map.entry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5),
                        // gzip needs no native library on either side; level 1 is enough for JSON.
                        Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip"),
                        Map.entry(ProducerConfig.COMPRESSION_GZIP_LEVEL_CONFIG, 1),
                        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, ackMillis),
                        // The commit waits for the batch and gives up first: one way to fail, not two.
                        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * ackMillis),
                        Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(10_000, ackMillis / 2)),
                        Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Outbox.MAX_PAYLOAD_BYTES + 100_000)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (RuntimeException failed) {
            producer.close(CLOSE_TIMEOUT);
            throw failed;
        }
        return new KafkaRelayProducer(producer, prefix);
    }

    @Override
    public void send(List<OutboxRow> rows) {
        producer.beginTransaction();
        for (OutboxRow row : rows) {
            Future<RecordMetadata> _ = producer.send(new ProducerRecord<>(
                    topicPrefix + row.topic(), row.key().getBytes(StandardCharsets.UTF_8), row.payload()));
        }
        producer.commitTransaction(); // Flushes, awaits every acknowledgement, and throws if one failed.
    }

    /**
     * Aborts what is open, except a commit that is on its way: nobody may call that back, and asking for it throws. The
     * broker ends it when the next producer of the lane starts.
     */
    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
