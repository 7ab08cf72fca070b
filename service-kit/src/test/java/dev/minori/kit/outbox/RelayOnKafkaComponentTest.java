package dev.minori.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minori.events.Lane;
import dev.minori.events.Topic;
import dev.minori.platform.kafka.KafkaBroker;
import dev.minori.platform.kafka.Topics;
import dev.minori.platform.process.Installation;
import dev.minori.platform.process.Ports;
import dev.minori.platform.process.Signals;
import dev.minori.platform.process.Watchdog;
import dev.minori.platform.testing.TestKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The relay's producer on a real broker. */
class RelayOnKafkaComponentTest {
    private final TestKafka.RunTopics topics = TestKafka.freshTopics();

    @Test
    void aPausedOldLeaderThatComesBackCannotSend() {
        KafkaRelayProducer old = open();
        old.send(List.of(row(1, "古いリーダー")));
        try (KafkaRelayProducer successor = open()) {
            successor.send(List.of(row(2, "新しいリーダー")));

            assertThatThrownBy(() -> old.send(List.of(row(1, "遅れて届いた古い行")))).isInstanceOf(KafkaException.class);
            successor.send(List.of(row(3, "続き")));
        }
        old.close();

        assertThat(read("続き")).containsExactly("古いリーダー", "新しいリーダー", "続き");
    }

    @Test
    void lanesDoNotFenceEachOther() {
        try (KafkaRelayProducer live = open();
                KafkaRelayProducer bulk = KafkaRelayProducer.open(config(), Lane.BULK)) {
            bulk.send(List.of(row(1, "bulk")));
            live.send(List.of(row(2, "live")));
            bulk.send(List.of(row(3, "bulk again")));
        }

        assertThat(read("bulk again")).containsExactly("bulk", "live", "bulk again");
    }

    /** What was on its way when the broker fell silent comes to readers once or twice, never in pieces. */
    @Test
    void aCommitWithoutAnAnswerIsGivenUpAndSentAgainByTheNextProducer(@TempDir Path directory) throws Exception {
        KafkaBroker broker = KafkaBroker.start(
                Installation.locate(), directory.resolve("data"), Ports.free(), directory.resolve("kafka.log"));
        try {
            Watchdog.tie(broker.process().pid(), Signals.Signal.KILL, directory);
            Topics.ensure(broker.bootstrap(), "", 1);
            TestConfig patient = new TestConfig(broker.bootstrap(), "", Duration.ofSeconds(30));
            try (KafkaRelayProducer first = KafkaRelayProducer.open(patient, Lane.LIVE)) {
                first.send(List.of(row(1, "前")));
            }
            TestConfig hasty = new TestConfig(broker.bootstrap(), "", Duration.ofSeconds(3));
            KafkaRelayProducer cut = KafkaRelayProducer.open(hasty, Lane.LIVE);
            cut.send(List.of(row(2, "間")));
            Signals.send(broker.process().pid(), Signals.Signal.STOP);
            assertThatThrownBy(() -> cut.send(List.of(row(3, "途中")))).isInstanceOf(TimeoutException.class);
            cut.close();
            Signals.send(broker.process().pid(), Signals.Signal.CONT);

            try (KafkaRelayProducer next = KafkaRelayProducer.open(patient, Lane.LIVE)) {
                next.send(List.of(row(3, "途中"), row(4, "後")));
            }
            assertThat(read(broker.bootstrap(), Topic.PLAYBOOK_EVENTS.topicName(), "後"))
                    .containsSubsequence("前", "間", "途中", "後")
                    .hasSizeLessThanOrEqualTo(5);
        } finally {
            broker.process().destroyForcibly();
        }
    }

    private KafkaRelayProducer open() {
        return KafkaRelayProducer.open(config(), Lane.LIVE);
    }

    private static OutboxRow row(long position, String text) {
        return new OutboxRow(
                position, Topic.PLAYBOOK_EVENTS.topicName(), "one-key", text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> read(String last) {
        return read(topics.bootstrap(), topics.name(Topic.PLAYBOOK_EVENTS.topicName()), last);
    }

    private static List<String> read(String bootstrap, String topic, String last) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        UUID.randomUUID().toString(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!values.contains(last) && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(500)).forEach(found -> values.add(found.value()));
            }
            consumer.poll(Duration.ofSeconds(1)).forEach(found -> values.add(found.value()));
        }
        return values;
    }

    private OutboxConfig config() {
        return new TestConfig(topics.bootstrap(), topics.prefix(), Duration.ofSeconds(30));
    }

    private record TestConfig(String bootstrapServers, String prefix, Duration ackTimeout) implements OutboxConfig {
        @Override
        public boolean relay() {
            return true;
        }

        @Override
        public int batchSize() {
            return 1000;
        }

        @Override
        public Duration poll() {
            return Duration.ofMillis(250);
        }

        @Override
        public Duration candidacy() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration maxBackOff() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Optional<String> topicPrefix() {
            return Optional.of(prefix);
        }

        @Override
        public String jdbcUrl() {
            return "unused by the producer";
        }

        @Override
        public String username() {
            return "unused by the producer";
        }

        @Override
        public String password() {
            return "unused by the producer";
        }

        @Override
        public String service() {
            return "kit-test";
        }
    }
}
