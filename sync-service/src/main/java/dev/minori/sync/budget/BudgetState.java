package dev.minori.sync.budget;

import dev.minori.sync.source.CallPurpose;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A budget and how much of it is used.
 *
 * @param ledger as it is now
 * @param perDay the smallest of the limits of a day, null if none holds
 * @param spent calls made today, by what for
 * @param pausedBy what keeps calls from being made now, null if nothing does
 */
public record BudgetState(
        Budget budget,
        CallLedger ledger,
        @Nullable Long perDay,
        Map<CallPurpose, Long> spent,
        @Nullable BudgetLimit pausedBy,
        @Nullable Instant pausedUntil) {
    public BudgetState {
        spent = Map.copyOf(spent);
    }
}
