package dev.minori.sync.run;

import dev.minori.kit.problem.Wording;
import dev.minori.sync.connection.ConnectionService;
import dev.minori.sync.platform.Transactions;
import dev.minori.sync.run.RunPreparer.Prepared;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.RecordChunk;
import dev.minori.sync.source.RecordStream;
import dev.minori.sync.source.ResumePoint;
import dev.minori.sync.source.SourceClient;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SpentCalls;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The steps of a run, each chunk in its own transaction together with the place where the run stands. */
@ApplicationScoped
class RunSteps {
    private static final int CHUNK = 1_000;

    private final RunStore runs;
    private final ChunkLander lander;
    private final ArrivedCustomers arrived;
    private final Assurances assurances;
    private final SourceComparison comparison;
    private final MappingRecords records;
    private final ConnectionService connections;
    private final Transactions transactions;

    RunSteps(
            RunStore runs,
            ChunkLander lander,
            ArrivedCustomers arrived,
            Assurances assurances,
            SourceComparison comparison,
            MappingRecords records,
            ConnectionService connections,
            Transactions transactions) {
        this.runs = runs;
        this.lander = lander;
        this.arrived = arrived;
        this.assurances = assurances;
        this.comparison = comparison;
        this.records = records;
        this.connections = connections;
        this.transactions = transactions;
    }

    /** Does the steps that are left. */
    void finish(Prepared prepared) {
        SyncRun run = prepared.run();
        if (run.phase() == RunPhase.READ) {
            read(prepared, transactions.call(() -> runs.progress(run.mappingId())));
        }
        if (run.phase() != RunPhase.RETRY) {
            remove(prepared);
            if (run.kind() == RunKind.FULL) {
                comparison.noteFullRead(
                        transactions.call(() -> runs.find(run.id())).orElse(run));
            }
            lander.advance(prepared.scope(), RunPhase.RETRY, null);
        }
        if (run.kind() != RunKind.REPUBLISH) {
            arrived.retry(run, prepared.scope().ticket());
        }
    }

    private void read(Prepared prepared, MappingProgress progress) {
        SyncRun run = prepared.run();
        SourceClient client = prepared.client();
        String token = run.resumeAt();
        ResumePoint resume = token == null || token.isEmpty() ? null : new ResumePoint(token);
        ReadPlan plan = prepared.plan();
        Instant watermark = progress.watermark();
        if (client.handsOver() && run.kind().readsSource()) {
            takeKept(prepared, token == null ? "" : token);
            return;
        }
        switch (run.kind()) {
            case FULL -> {
                assurances.ask(prepared, progress);
                drain(prepared, client.readAll(plan, resume), null);
            }
            case INCREMENTAL -> {
                boolean assured = assurances.ask(prepared, progress);
                RecordStream stream = watermark == null
                        ? client.readAll(plan, resume)
                        : client.readChanges(plan, prepared.decision().since(watermark, progress, assured), resume);
                drain(prepared, stream, watermark);
            }
            case RECONCILIATION -> {
                lander.beginComparison(prepared.scope());
                comparison.compare(
                        run,
                        prepared.scope().raw(),
                        plan,
                        client,
                        watermark,
                        new LandedRepairs(prepared.scope(), lander));
                lander.advance(prepared.scope(), RunPhase.REMOVE, null);
            }
            case REPUBLISH, REMAP -> retell(prepared, token == null ? "" : token);
        }
    }

    /** @param atLeast what was covered before: the watermark never goes back */
    private void drain(Prepared prepared, RecordStream stream, @Nullable Instant atLeast) {
        try (stream) {
            boolean whole = atLeast == null;
            each(prepared, stream, (chunk, calls) -> {
                Long announced = stream.announced();
                if (whole && announced != null) {
                    lander.noteExpected(prepared.scope(), announced);
                }
                lander.land(prepared.scope(), chunk, calls);
            });
            Instant covered = stream.coveredUntil();
            boolean isNewer = covered != null && (atLeast == null || covered.isAfter(atLeast));
            // Before the stream ends, because ending it gives up what it could be resumed from.
            lander.advance(prepared.scope(), RunPhase.REMOVE, isNewer ? covered : atLeast);
        }
    }

    private void each(Prepared prepared, RecordStream stream, BiConsumer<RecordChunk, Long> landing) {
        SpentCalls spent = SpentCalls.current();
        for (Optional<RecordChunk> chunk = stream.next(); chunk.isPresent(); chunk = stream.next()) {
            long calls = spent.unwritten();
            landing.accept(chunk.get(), calls);
            spent.wrote(calls);
            // Another run, perhaps in another process, may have learned that the allowance is spent.
            connections.requireUnblocked(prepared.connection().id());
        }
    }

    /** Everything that was added was just read: where there are as many here as there, none is gone. Costs one call. */
    private boolean hasAsManyAsItsSource(Prepared prepared) {
        long there = prepared.client().count(prepared.plan());
        return there == transactions.call(() -> records.count(prepared.run().mappingId()));
    }

    private void retell(Prepared prepared, String from) {
        String last = from;
        while (last != null) {
            last = lander.retell(prepared.scope(), last, CHUNK);
        }
        lander.advance(prepared.scope(), RunPhase.REMOVE, null);
    }

    /** What came since the last run was told when it came; only a full run looks at everything. */
    private void takeKept(Prepared prepared, String from) {
        if (prepared.plan().filter() != null) {
            throw new SourceException(
                    SourceFailure.REFUSED,
                    new Wording(
                            "送られてくるレコードは絞り込めません。テーブルマッピングのfilterを消してください。",
                            "Records that are sent cannot be filtered; take the filter out of the mapping."));
        }
        UnaryOperator<SourceRecord> reread =
                record -> prepared.client().reread(record, prepared.plan().schema());
        String last = prepared.run().kind() == RunKind.FULL ? from : null;
        while (last != null) {
            last = lander.takeKept(prepared.scope(), reread, last, CHUNK);
        }
        lander.advance(prepared.scope(), RunPhase.REMOVE, null);
    }

    private void remove(Prepared prepared) {
        if (prepared.client().handsOver()) {
            return;
        }
        boolean scans = prepared.run().kind() == RunKind.INCREMENTAL
                && !prepared.client().tellsDeletions()
                && prepared.decision().scansIds();
        if (scans && hasAsManyAsItsSource(prepared)) {
            return;
        }
        if (scans) {
            try (RecordStream ids = prepared.client().scanIds(prepared.plan())) {
                each(
                        prepared,
                        ids,
                        (chunk, calls) -> lander.see(
                                prepared.scope(),
                                RunPhase.REMOVE,
                                chunk.records().stream().map(SourceRecord::id).toList(),
                                calls));
            }
        }
        if (!scans && !prepared.scope().countsSeen()) {
            return;
        }
        if (!prepared.run().removalsConfirmed() && lander.holdsRemovals(prepared.scope())) {
            return;
        }
        String last = "";
        while (last != null) {
            last = lander.removeUnseen(prepared.scope(), last, CHUNK);
        }
    }
}
