package dev.minori.sync.dryrun;

import java.util.List;

/** How many records a dry run met and what would become of them. Removed ones were not met: they come on top. */
public record DryRunCounts(
        long read, long added, long changed, long unchanged, long unmatched, long rejected, long removed) {

    static DryRunCounts of(List<DryRunRow> rows, long leftOut) {
        long removed = count(rows, Outcome.REMOVED);
        return new DryRunCounts(
                rows.size() - removed + leftOut,
                count(rows, Outcome.ADDED),
                count(rows, Outcome.CHANGED),
                count(rows, Outcome.UNCHANGED) + leftOut,
                count(rows, Outcome.UNMATCHED),
                count(rows, Outcome.REJECTED),
                removed);
    }

    private static long count(List<DryRunRow> rows, Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
