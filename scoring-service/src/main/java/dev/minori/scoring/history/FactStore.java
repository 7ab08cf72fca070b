package dev.minori.scoring.history;

import dev.minori.events.CustomerFactEvent.FactsRecorded;
import java.util.Set;
import java.util.UUID;

/** Keeps facts with their history. In the transaction of the workspace. */
public interface FactStore {
    /**
     * Applies facts, each only if it is newer than what is kept, and gives the customers whose facts changed. Applying
     * the same facts again changes nothing.
     */
    Set<UUID> apply(UUID workspaceId, FactsRecorded facts);
}
