package dev.minori.sync.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps what each mapping told. Needs a transaction. */
public interface FactStates {
    /** By record id. */
    Map<String, FactState> find(UUID mappingId, Collection<String> recordIds);

    void save(UUID mappingId, List<FactState> states);

    /** That many new versions, each greater than every one drawn before. */
    List<Long> nextVersions(int count);
}
