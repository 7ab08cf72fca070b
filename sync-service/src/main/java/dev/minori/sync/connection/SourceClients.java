package dev.minori.sync.connection;

import dev.minori.sync.source.SourceClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the client of each connection and keeps it while the connection does not change: it holds the access token. One that
 * nobody uses any more is given up, so that the token of a connection that was deleted, here or in another process, does
 * not stay.
 */
@ApplicationScoped
public class SourceClients {
    private static final Duration KEPT_UNUSED = Duration.ofHours(1);

    private final Instance<SourceOpener> openers;
    private final Clock clock;
    private final Map<UUID, Held> clients = new ConcurrentHashMap<>();

    SourceClients(Instance<SourceOpener> openers, Clock clock) {
        this.openers = openers;
        this.clock = clock;
    }

    /** The client of a connection. */
    public SourceClient of(Connection connection, Secrets secrets) {
        Instant now = clock.instant();
        clients.values().removeIf(held -> held.usedAt().plus(KEPT_UNUSED).isBefore(now));
        return clients.compute(
                        connection.id(),
                        (_, held) -> new Held(
                                connection.version(),
                                now,
                                held != null && held.version() == connection.version()
                                        ? held.client()
                                        : open(connection.settings(), secrets)))
                .client();
    }

    /** The connection is no more. */
    void forget(UUID id) {
        clients.remove(id);
    }

    private SourceClient open(ConnectionSettings settings, Secrets secrets) {
        return openers.stream()
                .filter(opener -> opener.opens(settings))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing opens " + settings.system()))
                .open(settings, secrets);
    }

    private record Held(long version, Instant usedAt, SourceClient client) {}
}
