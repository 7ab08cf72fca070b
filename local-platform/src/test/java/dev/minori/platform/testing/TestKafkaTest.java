package dev.minori.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.platform.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TestKafkaTest {

    @Test
    void whatATransactionalProducerSendsReachesAConsumerGroup() {
        TestKafka.RunTopics topics = TestKafka.freshTopics();
        String topic = topics.name("customer-facts");
        Map<String, Object> producing = Map.of(
                "bootstrap.servers", topics.bootstrap(), "transactional.id", topics.prefix() + "relay", "acks", "all");
        try (var producer = new KafkaProducer<>(producing, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "顧客-1", "契約が終了しました"));
            producer.commitTransaction();
        }
        Map<String, Object> consuming = Map.of(
                "bootstrap.servers",
                topics.bootstrap(),
                "group.id",
                topics.prefix() + "reader",
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        List<String> received = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(consuming, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            Awaitility.await("the message").atMost(Duration.ofMinutes(1)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> received.add(record.value()));
                return !received.isEmpty();
            });
        }
        assertThat(received).containsExactly("契約が終了しました");
        assertThat(received.getFirst().getBytes(StandardCharsets.UTF_8)).hasSize(27);
    }

    @Test
    void createsEveryTopicUnderAPrefixOfTheRun() throws Exception {
        TestKafka.RunTopics first = TestKafka.freshTopics();
        TestKafka.RunTopics second = TestKafka.freshTopics();
        assertThat(first.prefix()).isNotEqualTo(second.prefix());
        assertThat(first.environment())
                .containsEntry("MINORI_KAFKA_BOOTSTRAP", first.bootstrap())
                .containsEntry("MINORI_TOPIC_PREFIX", first.prefix());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", first.bootstrap()))) {
            assertThat(admin.listTopics().names().get(1, TimeUnit.MINUTES))
                    .containsAll(Topics.NAMES.stream().map(first::name).collect(Collectors.toSet()))
                    .containsAll(Topics.NAMES.stream().map(second::name).collect(Collectors.toSet()));
        }
    }

    @Test
    void creatingTheTopicsAgainIsHarmless() {
        TestKafka.RunTopics topics = TestKafka.freshTopics();
        Topics.ensure(topics.bootstrap(), topics.prefix(), 3);
    }
}
