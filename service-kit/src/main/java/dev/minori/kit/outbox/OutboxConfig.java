package dev.minori.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the relay works. The defaults suit every service. */
@ConfigMapping(prefix = "minori.outbox")
interface OutboxConfig {
    /** Whether this process relays; component tests switch it off and read the table instead. */
    @WithDefault("true")
    boolean relay();

    /** Rows a round. */
    @WithDefault("1000")
    int batchSize();

    /** How long an idle relay sleeps when nothing wakes it. */
    @WithDefault("250ms")
    Duration poll();

    /** How often a process that is not the leader tries to become it. */
    @WithDefault("1s")
    Duration candidacy();

    /** Longest pause after failures; pauses double from 100 ms with jitter. */
    @WithDefault("10s")
    Duration maxBackOff();

    /** Longest time for a batch to be acknowledged by the broker. */
    @WithDefault("30s")
    Duration ackTimeout();

    /** Put before every topic name: lets test runs share a broker. */
    Optional<String> topicPrefix();

    /** JDBC URL of the relay's own connection. */
    String jdbcUrl();

    /** Database user that may only read and delete outbox rows. */
    String username();

    /** Its password. */
    String password();

    /** The broker. */
    String bootstrapServers();

    /** Name of the service, part of the transactional id that fences an old leader. */
    String service();
}
