package dev.minori.notification.channel.email;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The mail server that takes our mail. */
@ConfigMapping(prefix = "minori.smtp")
public interface SmtpConfig {
    @WithDefault("127.0.0.1")
    String host();

    @WithDefault("1025")
    int port();

    /** Empty for a server that asks for no login. */
    Optional<String> user();

    Optional<String> password();

    /** Sender, as an address or as {@code Name <address>}. */
    @WithDefault("Minori <no-reply@minori.invalid>")
    String from();

    /** How the connection is protected. */
    @WithDefault("none")
    Protection tls();

    /** Longest wait for a connection, and for each answer before the message is handed over. */
    @WithDefault("20s")
    Duration timeout();

    /** How a connection to the mail server is protected. */
    enum Protection {
        /** Not at all: for a server on this machine. */
        NONE,
        /** STARTTLS, required. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS
    }
}
