package dev.minori.sync.schema;

import dev.minori.kit.id.Ids;
import dev.minori.sync.connection.ConnectionDeleted;
import dev.minori.sync.connection.ConnectionService;
import dev.minori.sync.source.SourceSchema;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Remembers how objects looked whenever a run had them described, and notes what changed. */
@ApplicationScoped
public class SchemaSnapshots {
    private final SchemaStore store;
    private final ConnectionService connections;
    private final Ids ids;
    private final Clock clock;

    SchemaSnapshots(SchemaStore store, ConnectionService connections, Ids ids, Clock clock) {
        this.store = store;
        this.connections = connections;
        this.ids = ids;
        this.clock = clock;
    }

    /** Notes how an object looks now; the first time there is nothing to compare it with. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void note(UUID connectionId, SourceSchema schema) {
        Optional<SourceSchema> last = store.find(connectionId, schema.objectName());
        if (last.filter(schema::equals).isPresent()) {
            return;
        }
        store.lock(connectionId, schema.objectName());
        Optional<SourceSchema> before = store.find(connectionId, schema.objectName());
        if (before.filter(schema::equals).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        store.add(connectionId, schema, now);
        List<SchemaChange> changes = before.map(known -> SchemaDiff.between(known, schema)).orElse(List.of()).stream()
                .map(change -> new SchemaChange(ids.next(), connectionId, schema.objectName(), change, now))
                .toList();
        store.addChanges(changes);
        changes.forEach(change -> Log.infof(
                "%s of connection %s: field %s %s",
                schema.objectName(),
                connectionId,
                change.change().field(),
                change.change().kind().wireName()));
    }

    /** How the objects of a connection changed, newest first, beginning behind the given one. */
    @Transactional
    public List<SchemaChange> list(UUID connectionId, @Nullable String objectName, @Nullable UUID before, int limit) {
        connections.get(connectionId);
        return store.listChanges(connectionId, objectName, before, limit);
    }

    void on(@Observes ConnectionDeleted deleted) {
        store.forget(deleted.connectionId());
    }
}
