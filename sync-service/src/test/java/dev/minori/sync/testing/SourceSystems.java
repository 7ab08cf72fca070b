package dev.minori.sync.testing;

import dev.minori.platform.postgres.ServiceDatabase;
import dev.minori.platform.testing.TestPostgres;
import dev.minori.simulators.CrmSimulators;
import dev.minori.simulators.SimulatorConfig;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Enumeration;
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
        ClassLoader outer = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(new OwnMigrations(outer));
        try {
            environment.put(
                    "MINORI_SIMULATORS_DIR",
                    Files.createTempDirectory("simulators").toString());
            simulators = CrmSimulators.start(SimulatorConfig.of(environment, true));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } finally {
            Thread.currentThread().setContextClassLoader(outer);
        }
        return Map.of(
                "test.salesforce.url", "http://127.0.0.1:" + simulators.salesforcePort(),
                "test.kintone.url", "http://127.0.0.1:" + simulators.kintonePort());
    }

    @Override
    public void stop() {
        if (simulators != null) {
            simulators.close();
        }
    }

    /** In one process with the service, the simulators must see only their own migrations. */
    private static final class OwnMigrations extends ClassLoader {
        OwnMigrations(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            Enumeration<URL> all = super.getResources(name);
            return name.startsWith("db/migration")
                    ? Collections.enumeration(Collections.list(all).stream()
                            .filter(url -> url.toString().contains("crm-simulators"))
                            .toList())
                    : all;
        }
    }
}
