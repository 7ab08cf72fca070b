package dev.minori.sync.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keeps what each mapping told. Needs a transaction. */
public interface FactStates {
    /** By record id. */
    Map<String, FactState> find(UUID mappingId, Collection<String> recordIds);

    /** Those of the facts that another mapping of the same dataset tells. */
    Set<UUID> findToldByOthers(UUID mappingId, Collection<UUID> factIds);

    void save(UUID mappingId, List<FactState> states);

    /** That many new versions, each greater than every one drawn before. */
    List<Long> nextVersions(int count);
}
