package dev.minori.sync.budget;

import org.jspecify.annotations.Nullable;

/**
 * How many calls may be made at one source. A limit that is null does not hold.
 *
 * @param shareOfLimit percent of the calls a day that the source allows: more are not made by us
 * @param ceiling percent of the calls a day that the source allows: no call is made by us while everybody together has
 *     made more
 * @param version 0 while nobody set anything
 */
public record Budget(
        @Nullable Long callsPerHour, @Nullable Long callsPerDay, int shareOfLimit, int ceiling, long version) {
    /** What holds until somebody says otherwise: others who use the source's allowance keep some of it. */
    public static final Budget USUAL = new Budget(null, null, 80, 95, 0);
}
