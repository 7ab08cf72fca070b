package dev.minori.sync.reconcile;

/**
 * What was found where source and mapping differ.
 *
 * @param missing records that earlier runs should have read and did not; read now
 * @param stale records whose change earlier runs should have read and did not; read now
 * @param extra records that the source has no more; removed now
 * @param recent records that were added or changed since the last run, which is no gap; read now
 * @param leftOut records of people who had themselves erased: the source has them, we must not
 * @param held records that the source has no more and that were kept, because they were suspiciously many
 * @param windows how many windows were counted
 * @param windowsCompared how many of them were compared record by record
 */
public record Tally(
        long missing, long stale, long extra, long recent, long leftOut, long held, int windows, int windowsCompared) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0);

    Tally plus(Tally more) {
        return new Tally(
                missing + more.missing,
                stale + more.stale,
                extra + more.extra,
                recent + more.recent,
                leftOut + more.leftOut,
                held + more.held,
                windows + more.windows,
                windowsCompared + more.windowsCompared);
    }

    static Tally differing(long missing, long stale, long recent, long leftOut) {
        return new Tally(missing, stale, 0, recent, leftOut, 0, 0, 0);
    }

    static Tally gone(long extra) {
        return new Tally(0, 0, extra, 0, 0, 0, 0, 0);
    }

    static Tally heldBack(long held) {
        return new Tally(0, 0, 0, 0, 0, held, 0, 0);
    }

    static Tally looked(int windows, int windowsCompared) {
        return new Tally(0, 0, 0, 0, 0, 0, windows, windowsCompared);
    }
}
