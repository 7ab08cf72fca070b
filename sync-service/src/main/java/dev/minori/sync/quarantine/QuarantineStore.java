package dev.minori.sync.quarantine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps rows that did not become facts. Needs a transaction. */
public interface QuarantineStore {
    Optional<QuarantineEntry> find(UUID id);

    /** Entries by id, beginning behind the given one. */
    List<QuarantineEntry> list(Filter filter, @Nullable UUID after, int limit);

    /** Entries of these records, by record id. */
    Map<String, QuarantineEntry> findByRecord(UUID mappingId, Collection<String> recordIds);

    void save(List<QuarantineEntry> entries);

    /** Forgets entries whose records are facts now, or gone. */
    void clear(UUID mappingId, Collection<String> recordIds);

    /** Records that waited for a customer who is known by now. */
    List<String> findArrived(UUID mappingId, UUID customerConnectionId, String customerObject, int limit);

    /** Records that waited for a customer code that one customer has by now. */
    List<String> findArrivedByCode(UUID mappingId, int limit);

    /** Null parts do not restrict. */
    record Filter(
            @Nullable UUID mappingId,
            @Nullable UUID runId,
            @Nullable String reason) {}
}
