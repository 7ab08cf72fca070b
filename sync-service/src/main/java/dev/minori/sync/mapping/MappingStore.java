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

    /** Those that have a published version. */
    List<TableMapping> listPublished();

    /** Adds the mapping or changes it; gives it as it is kept. Fails as stale if another change was saved since it was found. */
    TableMapping save(TableMapping mapping);

    void add(MappingVersion version);

    Optional<MappingVersion> findVersion(UUID mappingId, int version);

    /** Those before a version, newest first. */
    List<MappingVersion> listVersions(UUID mappingId, int before, int limit);
}
