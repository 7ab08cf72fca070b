package dev.minori.sync.budget;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether calls may be made now. */
sealed interface Grant {
    /**
     * So many may be made.
     *
     * @param stopAt as soon as the source tells that everybody together has made so many, no more; null if nothing is
     *     known of its limit
     */
    record Given(long calls, @Nullable Long stopAt) implements Grant {}

    /** None may be made before then. */
    record Refused(BudgetLimit limit, Instant until) implements Grant {}
}
