package dev.minori.console.session;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Gives the OIDC extension the keys of its cookies from {@code MINORI_SECRET_FILE}. Without them it would take the client
 * secret, which the provider knows too.
 */
public class SessionKeys implements ConfigSourceFactory {
    private static final int ORDINAL = 275; // above application.properties, below the environment

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue file = context.getValue("minori.secret-file");
        if (file == null || file.getValue() == null || file.getValue().isBlank()) {
            return List.of();
        }
        SessionSecret secret = new SessionSecret(SessionSecret.read(Path.of(file.getValue())));
        return List.of(new PropertiesConfigSource(
                Map.of(
                        "quarkus.oidc.token-state-manager.encryption-secret",
                        text(secret, "session-cookie.v1"),
                        "quarkus.oidc.authentication.state-secret",
                        text(secret, "sign-in-state.v1")),
                "session-keys",
                ORDINAL));
    }

    /** 32 characters, because the extension takes the text's own bytes as a 256-bit key. */
    private static String text(SessionSecret secret, String purpose) {
        return Base64.getUrlEncoder()
                .encodeToString(secret.key(purpose, "AES").getEncoded())
                .substring(0, 32);
    }
}
