package dev.minori.sync.connection;

import dev.minori.sync.source.SourceClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the client of each connection and keeps it while the connection does not change: it holds the access token. */
@ApplicationScoped
public class SourceClients {
    private final Instance<SourceOpener> openers;
    private final Map<UUID, Held> clients = new ConcurrentHashMap<>();

    SourceClients(Instance<SourceOpener> openers) {
        this.openers = openers;
    }

    /** The client of a connection. */
    public SourceClient of(Connection connection, Secrets secrets) {
        return clients.compute(
                        connection.id(),
                        (_, held) -> held != null && held.version() == connection.version()
                                ? held
                                : new Held(connection.version(), open(connection.settings(), secrets)))
                .client();
    }

    private SourceClient open(ConnectionSettings settings, Secrets secrets) {
        return openers.stream()
                .filter(opener -> opener.opens(settings))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing opens " + settings.system()))
                .open(settings, secrets);
    }

    private record Held(long version, SourceClient client) {}
}
