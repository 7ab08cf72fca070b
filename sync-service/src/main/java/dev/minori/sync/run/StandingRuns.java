package dev.minori.sync.run;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Knows which run counts what a mapping is sent in an hour. Needs a transaction. */
public interface StandingRuns {
    Optional<UUID> find(UUID mappingId, int mappingVersion, Instant hour);

    void note(UUID mappingId, int mappingVersion, Instant hour, UUID runId);
}
