package dev.minori.kit.readiness;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Secrets that stand in public source code are none. */
@Singleton
class DemoSecretRule implements ReadinessRule {
    private static final List<String> ROLES = List.of("app", "owner", "relay", "erase");

    private final Config config;

    DemoSecretRule(Config config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "demo-secrets";
    }

    @Override
    public Verdict check() {
        Optional<String> clientSecret = text("minori.oidc.client-secret");
        if (clientSecret.filter(DemoSecretRule::isKnown).isPresent()) {
            return ReadinessRule.refuse("MINORI_OIDC_CLIENT_SECRET", "is the secret of the demo; set your own");
        }
        for (String role : ROLES) {
            Optional<String> password = text("minori.db." + role + ".password");
            String variable = "MINORI_DB_" + role.toUpperCase(Locale.ROOT) + "_PASSWORD";
            if (password.isEmpty()) {
                return ReadinessRule.refuse(variable, "is not set");
            }
            if (password.equals(text("minori.db." + role + ".user")) || isKnown(password.get())) {
                return ReadinessRule.refuse(variable, "is the password of a local machine; set your own");
            }
        }
        return ReadinessRule.ok();
    }

    private Optional<String> text(String property) {
        return config.getOptionalValue(property, String.class).filter(value -> !value.isBlank());
    }

    private static boolean isKnown(String secret) {
        String plain = secret.toLowerCase(Locale.ROOT);
        return (plain.startsWith("minori-") && (plain.endsWith("-secret") || plain.endsWith("-token")))
                || plain.equals("local-secret")
                || plain.endsWith("_app")
                || plain.endsWith("_owner")
                || plain.endsWith("_relay")
                || plain.endsWith("_erase");
    }
}
