package dev.minori.notification.testing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.platform.testing.TestMail;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;

/** Real PostgreSQL, Kafka, mail server and chat webhook, and a keyset of its own. */
public final class NotificationSurroundings implements QuarkusTestResourceLifecycleManager {
    private final ServiceTestResource service = new ServiceTestResource();

    @Override
    public Map<String, String> start() {
        service.init(Map.of("service", "notification", "kafka", "true"));
        Map<String, String> config = new HashMap<>(service.start());
        config.put("minori.smtp.host", "127.0.0.1");
        config.put("minori.smtp.port", Integer.toString(TestMail.smtpPort()));
        config.put("minori.smtp.from", "Minori <minori@minori-demo.example>");
        config.put("minori.kek.file", keyset().toString());
        config.put("quarkus.log.console.json.enabled", "false");
        return config;
    }

    @Override
    public void stop() {
        service.stop();
    }

    private static Path keyset() {
        try {
            AeadConfig.register();
            Path file = Files.createTempFile("minori-test-kek", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                            RegistryConfiguration.get(),
                            InsecureSecretKeyAccess.get()));
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
