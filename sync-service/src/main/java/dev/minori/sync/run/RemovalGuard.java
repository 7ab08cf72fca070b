package dev.minori.sync.run;

import dev.minori.kit.problem.Wording;

/**
 * Tells a source that lost a few records from one that suddenly shows hardly any: a revoked permission, a changed filter
 * or an empty sandbox must not end all customers. Deletions that the source tells of are never held back.
 */
final class RemovalGuard {
    /** So few may go without a question, whatever share they are. */
    private static final long FEW = 10;

    /** From here on a quarter of all records is too much. */
    private static final long MANY = 50;

    private static final long SHARE = 4;

    private RemovalGuard() {}

    /** Whether somebody should look first: all of more than ten are missing, or more than fifty that are over a quarter. */
    static boolean isSuspicious(long known, long missing) {
        return missing > FEW && (missing == known || (missing > MANY && missing * SHARE > known));
    }

    static Wording wording(long known, long missing) {
        return new Wording(
                "連携元から" + known + "件中" + missing + "件が一度になくなったため、削除を保留しました。連携元の権限や条件を確認し、正しければ削除を確認してください。",
                missing + " of " + known
                        + " records are suddenly missing at the source; their removal is held back. Check"
                        + " permissions and filter, and confirm the removals if they are right.");
    }
}
