package dev.minori.kit.readiness;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Tokens come from a real provider over TLS: the local one signs in anybody as anybody. */
@Singleton
class OidcIssuerRule implements ReadinessRule {
    private static final String PROPERTY = "MINORI_OIDC_ISSUER";

    private final Optional<String> issuer;

    OidcIssuerRule(@ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer) {
        this.issuer = issuer;
    }

    @Override
    public String name() {
        return "oidc-issuer";
    }

    @Override
    public Verdict check() {
        if (issuer.isEmpty()) {
            return ReadinessRule.refuse(PROPERTY, "is not set; set the issuer URL of your OpenID provider");
        }
        URI uri;
        try {
            uri = URI.create(issuer.get());
        } catch (IllegalArgumentException _) {
            return ReadinessRule.refuse(PROPERTY, "is not a URL");
        }
        if (isLoopback(uri.getHost())) {
            return ReadinessRule.refuse(PROPERTY, "is a provider on this machine, made for development only");
        }
        return "https".equals(uri.getScheme())
                ? ReadinessRule.ok()
                : ReadinessRule.refuse(PROPERTY, "must be https: keys read over http can be anybody's");
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
