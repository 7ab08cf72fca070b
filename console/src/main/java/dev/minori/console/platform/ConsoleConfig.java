package dev.minori.console.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the console. An installation sets them as {@code MINORI_*} environment variables. */
@ConfigMapping(prefix = "minori")
public interface ConsoleConfig {

    /** {@code local} or {@code production}; whoever says nothing runs in production. */
    @WithDefault("production")
    String profile();

    /** Random bytes that all pods share: they encrypt the session cookie and sign the tokens that guard writes. */
    Optional<Path> secretFile();

    /** See {@link Console}. */
    Console console();

    /** See {@link Oidc}. */
    Oidc oidc();

    /** sync-service. */
    Service sync();

    /** scoring-service. */
    Service scoring();

    /** playbook-service. */
    Service playbook();

    /** notification-service. */
    Service notification();

    /** What concerns the console alone. */
    interface Console {

        /** Where people reach the console, for example {@code https://minori.example.com}. */
        Optional<URI> url();

        /** How long a service may take to accept a connection. */
        @WithDefault("PT3S")
        Duration connectTimeout();

        /** How long a service may be silent before the console gives up; live streams have no limit. */
        @WithDefault("PT30S")
        Duration answerTimeout();
    }

    /** The OpenID provider, as far as rules look at it. */
    interface Oidc {
        /** Issuer URL. */
        Optional<String> issuer();

        /** The console's secret at the provider. */
        Optional<String> clientSecret();
    }

    /** A service behind the console. */
    interface Service {
        /** Base URL, for example {@code http://scoring-service:8080}. */
        Optional<URI> url();
    }

    /** Whether this is a developer's machine. */
    default boolean isLocal() {
        return "local".equalsIgnoreCase(profile().strip());
    }
}
