package dev.minori.scoring.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/** Keeps the row of each customer that lists read. In the transaction of the workspace. */
public interface SummaryStore {
    /**
     * Makes the rows of these customers anew from profile, score, contracts, mails and tickets.
     *
     * @param currency the workspace's currency, by which amounts are compared
     * @param today the workspace's local day
     * @param before the time whose score the newest one is compared with
     */
    void refresh(
            UUID workspaceId,
            Collection<UUID> customerIds,
            String currency,
            LocalDate today,
            Instant now,
            Instant before);
}
