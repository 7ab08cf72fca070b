package dev.minori.sync.reconcile.rest;

import dev.minori.sync.reconcile.Reconciliation;
import dev.minori.sync.reconcile.Tally;
import dev.minori.sync.run.SyncRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What comparing a mapping with its source found, as JSON.
 *
 * @param id of the run that compared, see {@code /sync-runs/{id}}
 * @param state of that run
 * @param method full-read or comparison; null while nothing was compared
 * @param expected records that the source has, once what was found is repaired
 * @param kept records that the mapping has, told or in quarantine
 * @param difference expected less kept
 * @param findings what was found, and why there still is a difference; empty if source and mapping were the same
 * @param windows how many windows of time were counted, which took one call for all
 * @param windowsCompared how many of them were compared record by record
 */
public record ReconciliationView(
        UUID id,
        UUID mappingId,
        UUID connectionId,
        String object,
        String state,
        @Nullable String method,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long expected,
        @Nullable Long kept,
        @Nullable Long difference,
        List<FindingView> findings,
        int windows,
        int windowsCompared,
        long apiCalls) {

    /**
     * @param kind missing, stale, extra, recent, left-out or held
     * @param repaired whether it is set right now
     */
    public record FindingView(String kind, long records, boolean repaired, String ja, String en) {}

    static ReconciliationView of(SyncRun run) {
        return new ReconciliationView(
                run.id(),
                run.mappingId(),
                run.connectionId(),
                run.objectName(),
                run.state().wireName(),
                null,
                run.startedAt(),
                null,
                null,
                null,
                null,
                List.of(),
                0,
                0,
                run.apiCalls());
    }

    static ReconciliationView of(SyncRun run, Reconciliation found) {
        return new ReconciliationView(
                run.id(),
                run.mappingId(),
                run.connectionId(),
                run.objectName(),
                run.state().wireName(),
                found.method().wireName(),
                found.startedAt(),
                found.finishedAt(),
                found.expected(),
                found.kept(),
                found.difference(),
                findings(found.tally()),
                found.tally().windows(),
                found.tally().windowsCompared(),
                run.apiCalls());
    }

    private static List<FindingView> findings(Tally tally) {
        List<FindingView> findings = new ArrayList<>();
        add(
                findings,
                "missing",
                tally.missing(),
                true,
                "取り込めていなかったレコード。読み込みました。",
                "Records that had not been read; read now.");
        add(
                findings,
                "stale",
                tally.stale(),
                true,
                "変更を取り込めていなかったレコード。読み直しました。",
                "Records whose change had not been read; read now.");
        add(
                findings,
                "extra",
                tally.extra(),
                true,
                "連携元にもうないレコード。削除しました。",
                "Records that the source has no more; removed now.");
        add(
                findings,
                "recent",
                tally.recent(),
                true,
                "前回の連携のあとに追加・変更されたレコード。漏れではありません。読み込みました。",
                "Records added or changed since the last run, which is no gap; read now.");
        add(
                findings,
                "left-out",
                tally.leftOut(),
                false,
                "本人の請求で消去したレコード。連携元に残っていても取り込みません。",
                "Records of people who had themselves erased: never read again, although the source has them.");
        add(
                findings,
                "held",
                tally.held(),
                false,
                "連携元から一度に多数なくなったため、削除を保留しているレコード。",
                "Records that suddenly are missing at the source in large number; their removal is held back.");
        return findings;
    }

    private static void add(
            List<FindingView> findings, String kind, long records, boolean repaired, String ja, String en) {
        if (records > 0) {
            findings.add(new FindingView(kind, records, repaired, ja, en));
        }
    }
}
