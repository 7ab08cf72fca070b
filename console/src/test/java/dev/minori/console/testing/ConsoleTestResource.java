package dev.minori.console.testing;

import dev.minori.platform.process.Ports;
import dev.minori.platform.testing.TestOidc;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A real OIDC provider, one service that answers and one port where nobody does. */
public final class ConsoleTestResource implements QuarkusTestResourceLifecycleManager {
    private static final StubService SERVICE = new StubService();

    /** The service that answers. */
    public static StubService service() {
        return SERVICE;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("minori.profile", "local");
        settings.put("minori.oidc.issuer", TestOidc.issuer());
        settings.put("minori.oidc.client-secret", TestOidc.environment().getOrDefault("MINORI_OIDC_CLIENT_SECRET", ""));
        settings.put("minori.secret-file", secret().toString());
        settings.put("minori.scoring.url", SERVICE.url());
        settings.put("minori.playbook.url", "http://127.0.0.1:" + Ports.free());
        settings.put("minori.sync.url", SERVICE.url());
        settings.put("minori.console.answer-timeout", "2s");
        return settings;
    }

    @Override
    public void stop() {
        SERVICE.close();
    }

    private static Path secret() {
        try {
            Path file = Files.createTempFile("minori-console-", ".secret");
            Files.write(file, new byte[64]);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
