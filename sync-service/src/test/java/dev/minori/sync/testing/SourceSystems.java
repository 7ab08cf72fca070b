package dev.minori.sync.testing;

import dev.minori.platform.postgres.ServiceDatabase;
import dev.minori.platform.testing.TestPostgres;
import dev.minori.simulators.CrmSimulators;
import dev.minori.simulators.SimulatorConfig;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts the simulators with the demo's data; tests find them by {@code test.salesforce.url}. */
public final class SourceSystems implements QuarkusTestResourceLifecycleManager {
    private @Nullable CrmSimulators simulators;

    @Override
    public Map<String, String> start() {
        ServiceDatabase database = TestPostgres.freshDatabase("simulators");
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("MINORI_PORT_SALESFORCE", "0");
        environment.put("MINORI_PORT_KINTONE", "0");
        environment.put("MINORI_SIMULATORS_LOAD_ACCOUNTS", "3000");
        String directory;
        try {
            directory = Files.createTempDirectory("simulators").toString();
            environment.put("MINORI_SIMULATORS_DIR", directory);
            simulators = CrmSimulators.start(SimulatorConfig.of(environment, true));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return Map.of(
                "test.salesforce.url", "http://127.0.0.1:" + simulators.salesforcePort(),
                "test.simulators.directory", directory,
                "test.kintone.url", "http://127.0.0.1:" + simulators.kintonePort());
    }

    @Override
    public void stop() {
        if (simulators != null) {
            simulators.close();
        }
    }
}
