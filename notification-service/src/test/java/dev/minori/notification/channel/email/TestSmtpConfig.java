package dev.minori.notification.channel.email;

import java.time.Duration;
import java.util.Optional;

/** Settings of a mail server without login. */
record TestSmtpConfig(String host, int port, String from, Protection tls) implements SmtpConfig {
    /** A server on this machine. */
    static TestSmtpConfig at(int port) {
        return new TestSmtpConfig("127.0.0.1", port, "Minori <no-reply@minori-demo.example>", Protection.NONE);
    }

    @Override
    public Optional<String> user() {
        return Optional.empty();
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(30);
    }
}
