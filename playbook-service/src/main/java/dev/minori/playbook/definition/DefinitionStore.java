package dev.minori.playbook.definition;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where documents are kept. */
public interface DefinitionStore {
    Optional<Definition> find(DefinitionKind kind, UUID id);

    /** Like find, and keeps others from changing it until the transaction ends. */
    Optional<Definition> lock(DefinitionKind kind, String key);

    Optional<Definition> findByKey(DefinitionKind kind, String key);

    /** Those of a kind behind a key, by key. */
    List<Definition> list(DefinitionKind kind, String behind, int limit);

    /** Those in force that wait for a segment, by key. */
    List<Definition> listPublished(DefinitionKind kind, String segmentKey);

    void insert(Definition definition);

    void update(Definition definition);

    /** Those before a version, newest first. */
    List<DefinitionVersion> listVersions(UUID definitionId, int before, int limit);

    Optional<DefinitionVersion> findVersion(UUID definitionId, int version);

    /** Inserts a version or replaces a draft; a published version stays as it is. */
    void saveVersion(DefinitionVersion version);
}
