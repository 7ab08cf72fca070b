package dev.minori.sync.connection;

import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.source.CallGates;
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
    private final CallGates gates;
    private final Clock clock;
    private final Map<Key, Held> clients = new ConcurrentHashMap<>();

    SourceClients(Instance<SourceOpener> openers, CallGates gates, Clock clock) {
        this.openers = openers;
        this.gates = gates;
        this.clock = clock;
    }

    /** The client of a connection of the current workspace. */
    public SourceClient of(Connection connection, Secrets secrets) {
        Instant now = clock.instant();
        clients.values().removeIf(held -> held.usedAt().plus(KEPT_UNUSED).isBefore(now));
        return clients.compute(
                        new Key(WorkspaceContext.current(), connection.id()),
                        (_, held) -> new Held(
                                connection.version(),
                                now,
                                held != null && held.version() == connection.version()
                                        ? held.client()
                                        : open(connection, secrets)))
                .client();
    }

    /** The connection is no more. */
    void forget(UUID id) {
        clients.remove(new Key(WorkspaceContext.current(), id));
    }

    private SourceClient open(Connection connection, Secrets secrets) {
        ConnectionSettings settings = connection.settings();
        return openers.stream()
                .filter(opener -> opener.opens(settings))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing opens " + settings.system()))
                .open(connection, secrets, gates.of(connection.id()));
    }

    /** Whoever makes a connection chooses its id: two workspaces may choose the same one. */
    private record Key(UUID workspaceId, UUID connectionId) {}

    private record Held(long version, Instant usedAt, SourceClient client) {}
}
