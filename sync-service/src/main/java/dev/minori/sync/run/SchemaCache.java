package dev.minori.sync.run;

import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.schema.SchemaSnapshots;
import dev.minori.sync.source.SourceClient;
import dev.minori.sync.source.SourceSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Described objects, kept for two hours: describing before every incremental run would cost as many calls as reading. A
 * full run describes anew, and so does the run after one that the source refused.
 */
@ApplicationScoped
class SchemaCache {
    private static final Duration KEPT = Duration.ofHours(2);

    private final SchemaSnapshots snapshots;
    private final Clock clock;
    private final Map<Key, Held> held = new ConcurrentHashMap<>();

    SchemaCache(SchemaSnapshots snapshots, Clock clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    SourceSchema describe(UUID connectionId, String objectName, SourceClient client, boolean anew) {
        Key key = new Key(WorkspaceContext.current(), connectionId, objectName);
        Held known = held.get(key);
        if (known != null && !anew && known.until().isAfter(clock.instant())) {
            return known.schema();
        }
        SourceSchema schema = client.describe(objectName);
        snapshots.note(connectionId, schema);
        held.put(key, new Held(schema, clock.instant().plus(KEPT)));
        return schema;
    }

    void forget(UUID connectionId, String objectName) {
        held.remove(new Key(WorkspaceContext.current(), connectionId, objectName));
    }

    private record Key(UUID workspaceId, UUID connectionId, String objectName) {}

    private record Held(SourceSchema schema, Instant until) {}
}
