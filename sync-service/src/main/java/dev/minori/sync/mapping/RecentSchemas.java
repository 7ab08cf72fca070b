package dev.minori.sync.mapping;

import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.connection.ConnectionService;
import dev.minori.sync.source.SourceSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Objects described a moment ago: checking while somebody types must not spend the source's calls. */
@ApplicationScoped
class RecentSchemas {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final ConnectionService connections;
    private final Clock clock;
    private final Map<Key, Held> held = new ConcurrentHashMap<>();

    RecentSchemas(ConnectionService connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /** The object as described within the last minute. Call it outside of any transaction. */
    SourceSchema describe(UUID connectionId, String objectName) {
        Instant now = clock.instant();
        held.values().removeIf(each -> !each.until().isAfter(now));
        Key key = new Key(WorkspaceContext.current(), connectionId, objectName);
        Held known = held.get(key);
        if (known != null) {
            return known.schema();
        }
        SourceSchema schema = connections.ask(connectionId, client -> client.describe(objectName));
        held.put(key, new Held(schema, now.plus(KEPT)));
        return schema;
    }

    /** Workspaces may choose the same id for their connections. */
    private record Key(UUID workspaceId, UUID connectionId, String objectName) {}

    private record Held(SourceSchema schema, Instant until) {}
}
