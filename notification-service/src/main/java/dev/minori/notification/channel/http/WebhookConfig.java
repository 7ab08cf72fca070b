package dev.minori.notification.channel.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How messages are posted to addresses that users typed in. */
@ConfigMapping(prefix = "minori.webhook")
public interface WebhookConfig {
    /** Whether this machine itself may be posted to, without TLS; honoured in profile local only. */
    @WithDefault("false")
    boolean allowLoopback();

    /** Longest wait for a connection. */
    @WithDefault("10s")
    Duration connectTimeout();

    /** Longest wait for the whole answer. */
    @WithDefault("20s")
    Duration answerTimeout();
}
