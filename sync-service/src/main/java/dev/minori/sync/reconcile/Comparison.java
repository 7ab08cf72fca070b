package dev.minori.sync.reconcile;

import dev.minori.sync.platform.Transactions;
import dev.minori.sync.raw.RawKey;
import dev.minori.sync.raw.RawStore;
import dev.minori.sync.run.MappingRecords;
import dev.minori.sync.run.Repairs;
import dev.minori.sync.run.RunStore;
import dev.minori.sync.run.SourceComparison;
import dev.minori.sync.run.SyncRun;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.SourceClient;
import dev.minori.sync.source.Window;
import dev.minori.sync.source.WindowCount;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compares counts of windows first: a window that has as many records here as there, by the time of their last change, is
 * not looked at. A lost change shows in two windows, because it moves the record from one to the other. Only where a record
 * can change without its stamp telling are all records compared.
 */
@ApplicationScoped
class Comparison implements SourceComparison {
    /** So few are compared at once: counting them by day first would cost as much. */
    private static final long FEW = 2_000;

    private final ReconciliationStore store;
    private final KeptRecords kept;
    private final RawStore raw;
    private final MappingRecords records;
    private final RunStore runs;
    private final Transactions transactions;
    private final Clock clock;

    Comparison(
            ReconciliationStore store,
            KeptRecords kept,
            RawStore raw,
            MappingRecords records,
            RunStore runs,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.kept = kept;
        this.raw = raw;
        this.records = records;
        this.runs = runs;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void compare(
            SyncRun run, RawKey key, ReadPlan plan, SourceClient client, @Nullable Instant covered, Repairs repairs) {
        Instant startedAt = clock.instant();
        List<WindowCount> there = client.census(plan);
        long expected = Windows.total(there);
        List<String> drift = client.driftFields(plan);
        List<WindowCount> differing = drift.isEmpty()
                ? differing(run.mappingId(), key, plan, client, there)
                : List.of(new WindowCount(Window.ALL, expected));
        Tally tally = Tally.looked(there.size(), differing.size());
        long keptBefore = count(run.mappingId());
        save(run, startedAt, expected, keptBefore, tally);
        WindowComparison windows = new WindowComparison(
                run, key, plan, plan.narrowed(drift), client, covered, repairs, kept, raw, records, transactions);
        for (WindowCount window : differing) {
            tally = tally.plus(windows.compare(window, drift));
            save(run, startedAt, expected, keptBefore, tally);
        }
        tally = tally.plus(windows.removeUnmet(differing));
        boolean repaired = tally.missing() + tally.stale() + tally.extra() + tally.recent() > 0;
        finish(run, startedAt, repaired ? client.count(plan) : expected, tally);
    }

    @Override
    public void noteFullRead(SyncRun run) {
        Long announced = run.expected();
        if (announced == null) {
            return;
        }
        long keptNow = count(run.mappingId());
        long read = run.counts().read() - run.counts().removed();
        // What was read and is neither told nor in quarantine was left out because a person had it erased.
        long leftOut = Math.max(0, read - keptNow);
        Tally tally = run.firstLoad()
                ? new Tally(0, 0, 0, 0, leftOut, 0, 0, 0)
                : new Tally(
                        run.counts().added(),
                        run.counts().changed(),
                        run.counts().removed(),
                        0,
                        leftOut,
                        run.heldRemovals(),
                        0,
                        0);
        Instant startedAt = run.startedAt() == null ? clock.instant() : run.startedAt();
        transactions.run(() -> {
            store.save(reconciliation(run, Method.FULL_READ, startedAt, clock.instant(), announced, keptNow, tally));
            runs.noteMatch(run.id(), announced, keptNow);
        });
    }

    /** Months first, then the days of those that differ. */
    private List<WindowCount> differing(
            UUID mappingId, RawKey key, ReadPlan plan, SourceClient client, List<WindowCount> there) {
        Map<Instant, Long> here = transactions.call(() -> kept.countByMonth(mappingId, key));
        List<WindowCount> differing = new ArrayList<>();
        for (WindowCount month : Windows.differing(there, here, from -> span(from, ChronoUnit.MONTHS))) {
            if (month.records() <= FEW || month.window().from() == null) {
                differing.add(month);
                continue;
            }
            Map<Instant, Long> days = transactions.call(() -> kept.countByDay(mappingId, key, month.window()));
            differing.addAll(
                    Windows.differing(client.census(plan, month.window()), days, from -> span(from, ChronoUnit.DAYS)));
        }
        return differing;
    }

    private static Window span(Instant from, ChronoUnit unit) {
        return new Window(from, from.atOffset(ZoneOffset.UTC).plus(1, unit).toInstant());
    }

    /** Shows how far it is; what is kept is counted again at the end. */
    private void save(SyncRun run, Instant startedAt, long expected, long keptBefore, Tally tally) {
        transactions.run(
                () -> store.save(reconciliation(run, Method.COMPARISON, startedAt, null, expected, keptBefore, tally)));
    }

    private void finish(SyncRun run, Instant startedAt, long expected, Tally tally) {
        long keptNow = count(run.mappingId());
        transactions.run(() -> {
            store.save(reconciliation(run, Method.COMPARISON, startedAt, clock.instant(), expected, keptNow, tally));
            runs.noteMatch(run.id(), expected, keptNow);
        });
        Log.infof(
                "reconciliation %s of %s: %d at the source, %d kept; %d missing, %d stale, %d extra, %d recent",
                run.id(),
                run.objectName(),
                expected,
                keptNow,
                tally.missing(),
                tally.stale(),
                tally.extra(),
                tally.recent());
    }

    private long count(UUID mappingId) {
        return transactions.call(() -> records.count(mappingId));
    }

    private static Reconciliation reconciliation(
            SyncRun run,
            Method method,
            Instant startedAt,
            @Nullable Instant finishedAt,
            long expected,
            long kept,
            Tally tally) {
        return new Reconciliation(
                run.id(),
                run.connectionId(),
                run.mappingId(),
                run.objectName(),
                method,
                startedAt,
                finishedAt,
                expected,
                kept,
                tally);
    }
}
