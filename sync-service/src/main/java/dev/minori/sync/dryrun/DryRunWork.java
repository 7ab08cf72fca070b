package dev.minori.sync.dryrun;

import dev.minori.kit.log.LogField;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.connection.ConnectionService;
import dev.minori.sync.platform.Transactions;
import dev.minori.sync.run.MappingRecords;
import dev.minori.sync.run.RunStore;
import dev.minori.sync.source.CallPurpose;
import dev.minori.sync.source.ReadEstimate;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.RecordChunk;
import dev.minori.sync.source.RecordStream;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SpentCalls;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Does a dry run: reads the source and says what would become of its records. Writes nothing but what it found. */
@ApplicationScoped
public class DryRunWork {
    private static final int CHUNK = 1_000;
    private static final Wording BROKEN = new Wording("内部エラーで停止しました。", "The dry run stopped on an internal error.");

    private final DryRunStore store;
    private final DryRunPreparer preparer;
    private final DryRunJudge judge;
    private final MappingRecords records;
    private final ConnectionService connections;
    private final Transactions transactions;
    private final Clock clock;

    DryRunWork(
            DryRunStore store,
            DryRunPreparer preparer,
            DryRunJudge judge,
            MappingRecords records,
            ConnectionService connections,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.preparer = preparer;
        this.judge = judge;
        this.records = records;
        this.connections = connections;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Does it to its end or its failure; throws no exception. */
    public void execute(DryRunAsked asked) {
        WorkspaceContext.run(
                asked.workspaceId(),
                () -> LogField.during(
                        "dryRunId",
                        asked.dryRunId(),
                        () -> new SpentCalls().during(() -> CallPurpose.DRY_RUN.run(() -> attempt(asked.dryRunId())))));
    }

    private void attempt(UUID id) {
        Optional<DryRun> found = transactions.call(() -> store.find(id));
        if (found.isEmpty()) {
            return;
        }
        try {
            run(found.get());
        } catch (SourceException failed) {
            Log.warnf("dry run %s: %s: %s", id, failed.failure(), failed.getMessage());
            fail(id, failed.ownBudget() ? RunStore.BUDGET_SPENT : code(failed.failure()), failed.wording());
        } catch (RuntimeException failed) {
            Log.errorf(failed, "dry run %s stopped", id);
            fail(id, "internal-error", BROKEN);
        }
    }

    private void fail(UUID id, String code, Wording why) {
        try {
            transactions.run(
                    () -> store.fail(id, code, why, SpentCalls.current().unwritten(), clock.instant()));
        } catch (RuntimeException failed) {
            // Who looks at it when its time is over is told that it was broken off.
            Log.errorf(failed, "how dry run %s failed could not be written down", id);
        }
    }

    private void run(DryRun dryRun) {
        DryRunPreparer.Prepared prepared = preparer.prepare(dryRun);
        UUID connectionId = prepared.scope().key().connectionId();
        try {
            read(dryRun, prepared);
        } catch (SourceException failed) {
            connections.noteFailure(connectionId, failed);
            throw failed;
        }
        connections.noteSuccess(connectionId, prepared.client().allowance());
    }

    private void read(DryRun dryRun, DryRunPreparer.Prepared prepared) {
        ReadPlan all = new ReadPlan(
                prepared.schema(), dryRun.document().filter(), dryRun.document().excludedFields());
        Optional<ReadEstimate> estimate = prepared.client().estimate(all);
        estimate.ifPresent(told -> transactions.run(() -> store.noteEstimate(dryRun.id(), told)));
        ReadPlan plan = all.limitedTo(dryRun.rowLimit());
        Set<String> met = new HashSet<>();
        try (RecordStream stream = prepared.client().readAll(plan, null)) {
            Optional<RecordChunk> chunk = stream.next();
            while (chunk.isPresent() && met.size() <= dryRun.rowLimit()) {
                List<SourceRecord> wanted = chunk.get().records().stream()
                        .filter(record -> !record.deleted())
                        .limit(Math.max(0, dryRun.rowLimit() - met.size()))
                        .toList();
                boolean isCut = wanted.size() < chunk.get().records().size();
                wanted.forEach(record -> met.add(record.id()));
                note(dryRun, prepared.scope(), wanted);
                chunk = isCut ? Optional.empty() : stream.next();
            }
        }
        boolean whole = met.size() < dryRun.rowLimit()
                || estimate.filter(told -> told.records() <= met.size()).isPresent();
        if (whole) {
            noteRemoved(dryRun, prepared.scope(), met);
        }
        transactions.run(
                () -> store.succeed(dryRun.id(), whole, SpentCalls.current().unwritten(), clock.instant()));
    }

    private void note(DryRun dryRun, DryRunScope scope, List<SourceRecord> wanted) {
        SpentCalls spent = SpentCalls.current();
        long calls = spent.unwritten();
        transactions.run(() -> {
            List<DryRunRow> rows = wanted.isEmpty() ? List.of() : judge.judge(scope, wanted);
            add(dryRun, rows, (long) wanted.size() - rows.size(), calls);
        });
        spent.wrote(calls);
    }

    private void noteRemoved(DryRun dryRun, DryRunScope scope, Set<String> met) {
        String last = "";
        while (true) {
            String after = last;
            List<String> had = transactions.call(() -> records.scan(scope.mappingId(), after, CHUNK));
            if (had.isEmpty()) {
                return;
            }
            last = had.getLast();
            transactions.run(() -> {
                Set<String> unmet = new HashSet<>(records.findHad(scope.mappingId(), had));
                unmet.removeAll(met);
                if (!unmet.isEmpty()) {
                    add(dryRun, judge.removed(scope, unmet), 0, 0);
                }
            });
        }
    }

    private void add(DryRun dryRun, List<DryRunRow> rows, long leftOut, long calls) {
        List<DryRunRow> differing =
                rows.stream().filter(row -> row.outcome() != Outcome.UNCHANGED).toList();
        store.add(
                dryRun,
                differing,
                DryRunCounts.of(rows, leftOut),
                calls,
                clock.instant().plus(DryRun.LEASE));
    }

    private static String code(SourceFailure failure) {
        return switch (failure) {
            case UNREACHABLE, RESUME_LOST -> "source-unreachable";
            case UNAUTHORISED -> "source-unauthorised";
            case LIMIT_REACHED -> "source-limit-reached";
            case REFUSED -> "source-refused";
        };
    }
}
