package dev.minori.platform.testing;

import dev.minori.platform.kafka.KafkaBroker;
import dev.minori.platform.kafka.Topics;
import dev.minori.platform.process.Installation;
import dev.minori.platform.process.Ports;
import dev.minori.platform.process.Signals;
import dev.minori.platform.process.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * A real Kafka for tests. The broker named by {@value #SETTING} (environment or system property) is used when there is
 * one; otherwise the first caller in the JVM starts a broker that ends with the JVM.
 */
public final class TestKafka {

    /** Bootstrap address, {@code host:port}. */
    public static final String SETTING = "MINORI_TEST_KAFKA";

    private TestKafka() {}

    /**
     * The topics of one test run.
     *
     * @param bootstrap address of the broker
     * @param prefix put before each topic name, so that runs on one broker never meet
     */
    public record RunTopics(String bootstrap, String prefix) {

        /** The full name of a topic, for example of {@code customer-facts}. */
        public String name(String topic) {
            return prefix + topic;
        }

        /** What a service must be told: {@code MINORI_KAFKA_BOOTSTRAP} and {@code MINORI_TOPIC_PREFIX}. */
        public Map<String, String> environment() {
            return Map.of("MINORI_KAFKA_BOOTSTRAP", bootstrap, "MINORI_TOPIC_PREFIX", prefix);
        }
    }

    /** Creates all topics, empty, under a new random prefix, with 3 partitions each (24 take seconds to create). */
    public static RunTopics freshTopics() {
        return freshTopics(3);
    }

    /** Creates all topics, empty, under a new random prefix. */
    public static RunTopics freshTopics(int partitions) {
        byte[] ending = new byte[4];
        new SecureRandom().nextBytes(ending);
        RunTopics topics = new RunTopics(bootstrap(), "t" + HexFormat.of().formatHex(ending) + ".");
        Topics.ensure(topics.bootstrap(), topics.prefix(), partitions);
        return topics;
    }

    /** The address of the broker; starts it when none is there yet. */
    public static synchronized String bootstrap() {
        return SharedSetting.find(SETTING).orElseGet(() -> SharedSetting.share(SETTING, start()));
    }

    private static String start() {
        try {
            Path directory = Files.createTempDirectory("minori-test-kafka-");
            KafkaBroker broker = KafkaBroker.start(
                    Installation.locate(), directory.resolve("data"), Ports.free(), directory.resolve("kafka.log"));
            Watchdog.tie(broker.process().pid(), Signals.Signal.KILL, directory);
            return broker.bootstrap();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
