package dev.minori.sync.run;

import dev.minori.sync.raw.RawKey;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Knows which records each mapping has: those that passed its filter when they were last read and that are facts or in
 * quarantine since. Several mappings may have the same record of an object. Needs a transaction.
 */
public interface MappingRecords {
    /** Whether the mapping has any record. */
    boolean hasAny(UUID mappingId);

    /** How many records the mapping has. */
    long count(UUID mappingId);

    /** Records that the mapping has, or whose facts it kept, in the order of their ids, beginning behind the given one. */
    List<String> scan(UUID mappingId, String afterId, int limit);

    /** Those of the records that another mapping of the object has as well. */
    Set<String> findHadByOthers(UUID mappingId, RawKey key, List<String> recordIds);

    /** Those of the records that the mapping has. */
    Set<String> findHad(UUID mappingId, List<String> recordIds);

    /** Notes that a run met these records. */
    void markSeen(UUID runId, List<String> recordIds);

    /** How many records the mapping has that the run did not meet. */
    long countUnseen(UUID mappingId, UUID runId);

    /** Records of the mapping that the run did not meet, in the order of their ids, beginning behind the given one. */
    List<String> findUnseen(UUID mappingId, UUID runId, String afterId, int limit);

    /** Forgets what the run met. */
    void clearSeen(UUID runId);
}
