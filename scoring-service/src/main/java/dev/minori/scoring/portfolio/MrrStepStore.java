package dev.minori.scoring.portfolio;

import java.time.ZoneId;
import java.util.Collection;
import java.util.UUID;

/** Keeps the days on which each customer's recurring revenue changed. In the transaction of the workspace. */
public interface MrrStepStore {
    /**
     * Makes the steps of these customers anew from their contracts. The newest version of a contract tells when it is in
     * force; how much it brings at a time is told by the version valid then, before the first one by the first.
     *
     * @param zone in which a version's time is a day
     */
    void refresh(UUID workspaceId, ZoneId zone, Collection<UUID> customerIds);
}
