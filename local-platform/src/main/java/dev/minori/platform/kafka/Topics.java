package dev.minori.platform.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of Minori. The platform creates them; services only use them. */
public final class Topics {

    /** All topic names, without prefix. */
    public static final List<String> NAMES = List.of(
            "customer-facts",
            "customer-facts-bulk",
            "customer-health",
            "customer-health-bulk",
            "playbook-events",
            "notifications",
            "deliveries",
            "write-backs",
            "workspace-directory");

    /** Partitions of every topic; never changed in place, because keys would move. */
    public static final int PARTITIONS = 24;

    private static final String COMPACTED = "workspace-directory";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Topics() {}

    /**
     * Creates the topics that do not exist yet.
     *
     * @param prefix put before each name; empty outside of tests
     */
    public static void ensure(String bootstrap, String prefix, int partitions) {
        List<NewTopic> topics =
                NAMES.stream().map(name -> topic(prefix, name, partitions)).toList();
        try (Admin admin = Admin.create(adminSettings(bootstrap, LIMIT))) {
            for (var created : admin.createTopics(topics).values().values()) {
                await(created);
            }
            awaitVisible(admin, topics.stream().map(NewTopic::name).toList());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topics cannot be created on " + bootstrap, e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka at " + bootstrap + " did not create the topics in " + LIMIT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while topics were created", e);
        }
    }

    static Map<String, Object> adminSettings(String bootstrap, Duration limit) {
        return Map.of(
                "bootstrap.servers", bootstrap,
                "request.timeout.ms", (int) limit.toMillis(),
                "default.api.timeout.ms", (int) limit.toMillis());
    }

    private static void await(org.apache.kafka.common.KafkaFuture<Void> created)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            created.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** The controller answers before the broker itself knows the new topics; clients would see "unknown topic". */
    private static void awaitVisible(Admin admin, List<String> names)
            throws ExecutionException, InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!admin.listTopics()
                .names()
                .get(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .containsAll(names)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("Topics were created but did not become visible");
            }
            Thread.sleep(50);
        }
    }

    private static NewTopic topic(String prefix, String name, int partitions) {
        NewTopic topic = new NewTopic(prefix + name, partitions, (short) 1);
        // Topics are transport, not storage: seven days; the directory keeps the last state of each key.
        return name.equals(COMPACTED)
                ? topic.configs(Map.of("cleanup.policy", "compact"))
                : topic.configs(
                        Map.of("retention.ms", Long.toString(Duration.ofDays(7).toMillis())));
    }
}
