package dev.minori.sync.schema;

import dev.minori.sync.source.SourceSchema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps how objects looked and how they changed. Needs a transaction. */
public interface SchemaStore {
    /** Waits until nobody else notes the object and keeps others out to the end of the transaction. */
    void lock(UUID connectionId, String objectName);

    /** The object as it was last seen. */
    Optional<SourceSchema> find(UUID connectionId, String objectName);

    /** The object as it is seen now; what it was before stays. */
    void add(UUID connectionId, SourceSchema schema, Instant seenAt);

    void addChanges(List<SchemaChange> changes);

    /** Newest first, beginning behind the given one. */
    List<SchemaChange> listChanges(UUID connectionId, @Nullable String objectName, @Nullable UUID before, int limit);

    /** Forgets all of a connection. */
    void forget(UUID connectionId);
}
