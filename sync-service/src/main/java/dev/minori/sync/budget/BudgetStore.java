package dev.minori.sync.budget;

import dev.minori.sync.source.CallPurpose;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps budgets and what was spent of them. Needs a transaction. */
public interface BudgetStore {
    /** Waits until nobody else changes the budget of the connection and keeps others out to the end of the transaction. */
    void lock(UUID connectionId);

    /** What was set, {@link Budget#USUAL} if nothing was. */
    Budget find(UUID connectionId);

    void save(UUID connectionId, Budget budget);

    /** The ledger as it was last written; keeps others from writing it to the end of the transaction. */
    CallLedger lockLedger(UUID connectionId, Instant now);

    /** The ledger as it was last written. */
    Optional<CallLedger> findLedger(UUID connectionId);

    void write(UUID connectionId, CallLedger ledger);

    /** Adds calls that were made in an hour. */
    void addSpent(UUID connectionId, Instant hour, Map<CallPurpose, Long> calls);

    /** Calls made since the beginning of an hour. */
    Map<CallPurpose, Long> spentSince(UUID connectionId, Instant hour);

    /** Forgets what was spent before then. */
    void forgetSpentBefore(UUID connectionId, Instant hour);

    /** Forgets all of a connection. */
    void forget(UUID connectionId);
}
