package dev.minori.sync.mapping;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps table mappings and their versions. Needs a transaction. */
public interface MappingStore {
    /**
     * Waits until nobody else changes mappings of the workspace and keeps others out to the end of the transaction.
     * Who is going to save locks before it looks.
     */
    void lock();

    Optional<TableMapping> find(UUID id);

    Optional<TableMapping> findByName(String name);

    List<TableMapping> list(@Nullable UUID after, int limit);

    List<TableMapping> listAll();

    void save(TableMapping mapping);

    void add(MappingVersion version);

    Optional<MappingVersion> findVersion(UUID mappingId, int version);

    /** Newest first. */
    List<MappingVersion> listVersions(UUID mappingId);
}
