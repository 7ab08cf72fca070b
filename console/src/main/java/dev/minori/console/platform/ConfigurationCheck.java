package dev.minori.console.platform;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Keeps traffic away from a console whose configuration is dangerous, and says which setting it is. */
@Readiness
@ApplicationScoped
class ConfigurationCheck implements HealthCheck {
    private static final int SECRET_BYTES = 32;

    private final ConsoleConfig config;

    ConfigurationCheck(ConsoleConfig config) {
        this.config = config;
        if (!config.isLocal() && !"production".equalsIgnoreCase(config.profile().strip())) {
            throw new IllegalArgumentException(
                    "MINORI_PROFILE must be local or production, was '" + config.profile() + "'");
        }
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("configuration").up();
        if (!config.isLocal()) {
            refusals().forEach((setting, why) -> {
                answer.down().withData(setting, why);
                Log.warnf("not ready: %s: %s", setting, why);
            });
        }
        return answer.build();
    }

    /** Settings that must not be so outside a developer's machine, with the reason; never the value of a secret. */
    Map<String, String> refusals() {
        Map<String, String> refusals = new LinkedHashMap<>();
        add(refusals, "MINORI_OIDC_ISSUER", issuer());
        add(refusals, "MINORI_OIDC_CLIENT_SECRET", clientSecret());
        add(refusals, "MINORI_SECRET_FILE", secretFile());
        add(refusals, "MINORI_CONSOLE_URL", consoleUrl());
        add(refusals, "MINORI_SYNC_URL", service(config.sync()));
        add(refusals, "MINORI_SCORING_URL", service(config.scoring()));
        add(refusals, "MINORI_PLAYBOOK_URL", service(config.playbook()));
        add(refusals, "MINORI_NOTIFICATION_URL", service(config.notification()));
        return refusals;
    }

    private static void add(Map<String, String> refusals, String setting, @Nullable String why) {
        if (why != null) {
            refusals.put(setting, why);
        }
    }

    private @Nullable String issuer() {
        Optional<String> issuer = config.oidc().issuer();
        if (issuer.isEmpty()) {
            return "is not set; set the issuer URL of your OpenID provider";
        }
        URI uri;
        try {
            uri = URI.create(issuer.get());
        } catch (IllegalArgumentException _) {
            return "is not a URL";
        }
        if (isLoopback(uri.getHost())) {
            return "is a provider on this machine, made for development only";
        }
        return "https".equals(uri.getScheme()) ? null : "must be https: keys read over http can be anybody's";
    }

    private @Nullable String clientSecret() {
        Optional<String> secret = config.oidc().clientSecret().filter(text -> !text.isBlank());
        if (secret.isEmpty()) {
            return "is not set";
        }
        String plain = secret.get().toLowerCase(Locale.ROOT);
        return plain.equals("local-secret") || (plain.startsWith("minori-") && plain.endsWith("-secret"))
                ? "is the secret of the demo; set your own"
                : null;
    }

    private @Nullable String secretFile() {
        Optional<Path> file = config.secretFile();
        if (file.isEmpty()) {
            return "is not set";
        }
        try {
            return Files.size(file.get()) < SECRET_BYTES ? "holds fewer than " + SECRET_BYTES + " bytes" : null;
        } catch (IOException _) {
            return "cannot be read";
        }
    }

    private @Nullable String consoleUrl() {
        Optional<URI> url = config.console().url();
        if (url.isEmpty()) {
            return "is not set; set the address under which people reach the console";
        }
        return "https".equals(url.get().getScheme())
                ? null
                : "must be https: over http anybody on the way reads the session";
    }

    private static @Nullable String service(ConsoleConfig.Service service) {
        return service.url().isEmpty() ? "is not set" : null;
    }

    private static boolean isLoopback(@Nullable String host) {
        if (host == null) {
            return true;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.startsWith("127.")
                || name.equals("0.0.0.0")
                || name.equals("[::1]")
                || name.equals("[::]");
    }
}
