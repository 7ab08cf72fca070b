package dev.minori.kit.inbox;

import dev.minori.platform.testing.TestKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * A real broker with fresh topics for the consumers of the kit's tests, and settings under which a test need not wait long.
 * Not in {@code application.properties}: those of the kit's tests lie on the class path of the services' tests too.
 */
public final class BrokerTestResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        TestKafka.RunTopics topics = TestKafka.freshTopics();
        Map<String, String> config = new HashMap<>();
        config.put("minori.kafka.bootstrap", topics.bootstrap());
        config.put("minori.topic.prefix", topics.prefix());
        for (String channel : new String[] {"playbook-events", "deliveries"}) {
            config.put("mp.messaging.incoming." + channel + ".connector", "smallrye-kafka");
            config.put("mp.messaging.incoming." + channel + ".topic", topics.name(channel));
        }
        config.put("minori.upgrade-replay.every", "1s");
        config.put("minori.upgrade-replay.delay", "1s");
        config.put("minori.parking.max-waiting", "8");
        return config;
    }

    @Override
    public void stop() {
        // The broker outlives the test run; fresh topics cost little and nobody meets the old ones.
    }
}
