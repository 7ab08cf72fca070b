package dev.minori.kit.testing;

import dev.minori.platform.postgres.ServiceDatabase;
import dev.minori.platform.testing.TestKafka;
import dev.minori.platform.testing.TestPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Real surroundings for a service's component tests: a fresh database with the four roles, and a real broker if asked
 * for. Init arguments: {@code service} (database name), {@code kafka=true} for a broker with fresh topics, and
 * {@code channels} (comma-separated) to switch off when there is no broker.
 *
 * <p>Use one {@code @QuarkusTestResource} with the same arguments in all tests of a module, so that the application
 * starts once.
 */
public final class ServiceTestResource implements QuarkusTestResourceLifecycleManager {
    private static volatile ServiceDatabase current;

    private Map<String, String> arguments = Map.of();

    /** The database of the running test application. */
    public static ServiceDatabase database() {
        return current;
    }

    @Override
    public void init(Map<String, String> initArgs) {
        arguments = Map.copyOf(initArgs);
    }

    @Override
    public Map<String, String> start() {
        ServiceDatabase database = TestPostgres.freshDatabase(arguments.getOrDefault("service", "service"));
        current = database;
        Map<String, String> config = new HashMap<>();
        database.environment().forEach((variable, value) -> config.put(property(variable), value));
        config.put("minori.profile", "local");
        config.putAll(Tokens.configuration());
        if (Boolean.parseBoolean(arguments.get("kafka"))) {
            TestKafka.freshTopics().environment().forEach((variable, value) -> config.put(property(variable), value));
        } else {
            config.put("minori.outbox.relay", "false");
            for (String channel : arguments.getOrDefault("channels", "").split(",")) {
                if (!channel.isBlank()) {
                    config.put("mp.messaging.incoming." + channel.strip() + ".enabled", "false");
                }
            }
        }
        return config;
    }

    @Override
    public void stop() {
        // The database server outlives the test run; a fresh database costs little and nobody meets the old one.
    }

    private static String property(String variable) {
        return variable.toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
