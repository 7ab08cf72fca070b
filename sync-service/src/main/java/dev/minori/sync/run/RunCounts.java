package dev.minori.sync.run;

/**
 * What became of the records of a run: read = added + changed + unchanged + removed + rejected. A record found missing
 * by a full read or an id scan counts as read and removed.
 */
public record RunCounts(long read, long added, long changed, long unchanged, long removed, long rejected) {
    public static final RunCounts NONE = new RunCounts(0, 0, 0, 0, 0, 0);

    public RunCounts {
        if (read != added + changed + unchanged + removed + rejected) {
            throw new IllegalArgumentException(
                    "counts do not add up: " + read + " read, " + added + " added, " + changed + " changed, "
                            + unchanged + " unchanged, " + removed + " removed, " + rejected + " rejected");
        }
    }

    public RunCounts plus(RunCounts more) {
        return new RunCounts(
                read + more.read,
                added + more.added,
                changed + more.changed,
                unchanged + more.unchanged,
                removed + more.removed,
                rejected + more.rejected);
    }
}
