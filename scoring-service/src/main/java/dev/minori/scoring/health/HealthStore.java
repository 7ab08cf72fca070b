package dev.minori.scoring.health;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps scores with their explanations. In the transaction of the workspace. */
public interface HealthStore {
    /** The newest score of each of these customers that has one. */
    Map<UUID, CurrentHealth> current(UUID workspaceId, Collection<UUID> customerIds);

    /** Adds scores; each becomes the newest of its customer. */
    void save(UUID workspaceId, List<NewScore> scores);

    /** Notes that the newest scores of these customers still hold. */
    void confirm(UUID workspaceId, Collection<UUID> customerIds, Instant at);

    /**
     * The explanation of the score that was the newest of the customer at that time, with its head.
     *
     * @param knownAt database time
     */
    Optional<StoredScore> explained(UUID workspaceId, UUID customerId, Instant knownAt);

    /** Scores of a customer, newest first, from a time backwards. */
    List<StoredScore> list(UUID workspaceId, UUID customerId, Instant before, int limit);
}
