package dev.minori.scoring.history;

import dev.minori.events.Origin;
import java.util.Collection;
import java.util.UUID;

/**
 * Computes customers while it can still be told what brought their change. Once facts of a load and facts of the day lie
 * in the same tables, a computation finds both.
 */
public interface EarlierConclusions {
    /**
     * Computes those of the customers, in a transaction of its own, that wait with another origin than that of the facts
     * that are about to be applied.
     */
    void draw(UUID workspaceId, Collection<UUID> customerIds, Origin next);
}
