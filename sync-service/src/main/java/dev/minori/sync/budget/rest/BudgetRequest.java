package dev.minori.sync.budget.rest;

import dev.minori.sync.budget.Budget;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * A budget to set. A limit that is absent does not hold.
 *
 * @param shareOfLimit percent of the source's own daily limit that Minori may use; 80 if absent
 * @param ceiling percent of the source's own daily limit at which Minori stops, whoever made the calls; 95 if absent
 */
public record BudgetRequest(
        @Nullable @Positive Long callsPerHour,
        @Nullable @Positive Long callsPerDay,

        @Nullable @Min(1) @Max(100) Integer shareOfLimit,

        @Nullable @Min(1) @Max(100) Integer ceiling) {

    Budget toBudget() {
        return new Budget(
                callsPerHour,
                callsPerDay,
                shareOfLimit == null ? Budget.USUAL.shareOfLimit() : shareOfLimit,
                ceiling == null ? Budget.USUAL.ceiling() : ceiling,
                0);
    }
}
