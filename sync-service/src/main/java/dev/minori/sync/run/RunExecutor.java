package dev.minori.sync.run;

import dev.minori.kit.problem.Wording;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.connection.ConnectionService;
import dev.minori.sync.platform.Transactions;
import dev.minori.sync.raw.RawKey;
import dev.minori.sync.raw.RawStore;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.RecordChunk;
import dev.minori.sync.source.RecordStream;
import dev.minori.sync.source.ResumePoint;
import dev.minori.sync.source.SourceClient;
import dev.minori.sync.source.SourceException;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Does a claimed run, step by step, each chunk in its own transaction together with the place where the run stands. A
 * process that dies leaves the run to another, which goes on there.
 */
@ApplicationScoped
public class RunExecutor {
    private static final int CHUNK = 1_000;

    /** Rows become visible up to this long after their stamp, normally. */
    private static final Duration SHORT_OVERLAP = Duration.ofSeconds(30);

    /** Looked back this far now and then for rows of long transactions; costs rows, not calls. */
    private static final Duration WIDE_OVERLAP = Duration.ofMinutes(15);

    private static final Duration ID_SCAN_EVERY = Duration.ofHours(1);
    private static final Duration RETRY_UNREACHABLE_AFTER = Duration.ofSeconds(30);

    private final RunStore runs;
    private final RunQueue queue;
    private final RawStore raw;
    private final RunPreparer preparer;
    private final ChunkLander lander;
    private final ArrivedCustomers arrived;
    private final ConnectionService connections;
    private final SchemaCache schemas;
    private final Transactions transactions;
    private final Event<RunEnded> ended;
    private final Clock clock;

    RunExecutor(
            RunStore runs,
            RunQueue queue,
            RawStore raw,
            RunPreparer preparer,
            ChunkLander lander,
            ArrivedCustomers arrived,
            ConnectionService connections,
            SchemaCache schemas,
            Transactions transactions,
            Event<RunEnded> ended,
            Clock clock) {
        this.runs = runs;
        this.queue = queue;
        this.raw = raw;
        this.preparer = preparer;
        this.lander = lander;
        this.arrived = arrived;
        this.connections = connections;
        this.schemas = schemas;
        this.transactions = transactions;
        this.ended = ended;
        this.clock = clock;
    }

    /** Does the run to its end, its failure or its postponement; throws nothing. */
    public void execute(RunTicket ticket) {
        WorkspaceContext.run(ticket.workspaceId(), () -> {
            try {
                executeInWorkspace(ticket);
            } catch (LeaseLostException lost) {
                Log.warnf("%s", lost.getMessage());
            } catch (RuntimeException unexpected) {
                Log.errorf(unexpected, "run %s stopped", ticket.runId());
                fail(ticket, "internal-error", new Wording("内部エラーで停止しました。", "The run stopped on an internal error."));
            }
        });
    }

    private void executeInWorkspace(RunTicket ticket) {
        Optional<SyncRun> found = transactions.call(() -> {
            runs.markRunning(ticket.runId(), clock.instant());
            return runs.find(ticket.runId());
        });
        if (found.isEmpty()) {
            transactions.run(() -> queue.remove(ticket));
            return;
        }
        SyncRun run = found.get();
        Log.infof(
                "run %s starts: %s of %s, mapping %s",
                run.id(), run.kind().wireName(), run.objectName(), run.mappingId());
        try {
            Instant blocked = connections.get(run.connectionId()).blockedUntil();
            if (run.kind().readsSource() && blocked != null && blocked.isAfter(clock.instant())) {
                postpone(ticket, "source-limit-reached", LIMIT, blocked);
                return;
            }
            proceed(run, ticket);
        } catch (SourceException failed) {
            handle(run, ticket, failed);
        }
    }

    private static final Wording LIMIT = new Wording(
            "連携先のAPI上限に達したため、回復するまで待っています。", "The source's allowance is spent; the run waits until it resets.");

    private void proceed(SyncRun run, RunTicket ticket) {
        RawKey key = new RawKey(run.connectionId(), run.objectName());
        boolean knowsRows = transactions.call(() -> raw.hasAny(key));
        RunPreparer.Prepared prepared = preparer.prepare(run, ticket, knowsRows);
        Instant covered = switch (run.kind()) {
            case FULL -> readAll(prepared);
            case INCREMENTAL -> readChanges(prepared);
            case REPUBLISH, REMAP -> {
                retell(prepared);
                yield null;
            }
        };
        if (run.kind() != RunKind.REPUBLISH) {
            arrived.retry(run, ticket);
        }
        succeed(prepared, covered);
    }

    private @Nullable Instant readAll(RunPreparer.Prepared prepared) {
        Instant covered = null;
        if (prepared.run().phase() == RunPhase.READ) {
            String token = prepared.run().resumeAt();
            ResumePoint resume = token == null || token.isEmpty() ? null : new ResumePoint(token);
            covered = drain(prepared, prepared.client().readAll(prepared.plan(), resume));
        }
        if (prepared.scope().countsSeen()) {
            removeUnseen(prepared);
        }
        return covered;
    }

    private @Nullable Instant readChanges(RunPreparer.Prepared prepared) {
        SyncRun run = prepared.run();
        SourceClient client = prepared.client();
        MappingProgress progress = transactions.call(() -> runs.progress(run.mappingId()));
        Instant watermark = progress.watermark();
        Instant covered = null;
        if (run.phase() == RunPhase.READ) {
            String token = run.resumeAt();
            ResumePoint resume = token == null || token.isEmpty() ? null : new ResumePoint(token);
            ReadPlan plan = prepared.plan();
            RecordStream stream = watermark == null
                    ? client.readAll(plan, resume)
                    : client.readChanges(plan, watermark.minus(overlap(progress)), resume);
            covered = drain(prepared, stream);
        }
        if (!client.tellsDeletions() && isScanDue(progress)) {
            scanIds(prepared);
        }
        return covered == null ? watermark : watermark == null || covered.isAfter(watermark) ? covered : watermark;
    }

    private Duration overlap(MappingProgress progress) {
        return isWideDue(progress) ? WIDE_OVERLAP : SHORT_OVERLAP;
    }

    private boolean isWideDue(MappingProgress progress) {
        Instant last = progress.wideReadAt();
        return last == null || !last.plus(WIDE_OVERLAP).isAfter(clock.instant());
    }

    private boolean isScanDue(MappingProgress progress) {
        Instant last = progress.idScanAt();
        return last == null || !last.plus(ID_SCAN_EVERY).isAfter(clock.instant());
    }

    private @Nullable Instant drain(RunPreparer.Prepared prepared, RecordStream stream) {
        try (stream) {
            long spent = prepared.client().callsSpent();
            for (Optional<RecordChunk> chunk = stream.next(); chunk.isPresent(); chunk = stream.next()) {
                long now = prepared.client().callsSpent();
                lander.land(prepared.scope(), chunk.get(), now - spent);
                spent = now;
            }
            return stream.coveredUntil();
        }
    }

    private void scanIds(RunPreparer.Prepared prepared) {
        try (RecordStream ids = prepared.client().scanIds(prepared.plan())) {
            long spent = prepared.client().callsSpent();
            for (Optional<RecordChunk> chunk = ids.next(); chunk.isPresent(); chunk = ids.next()) {
                long now = prepared.client().callsSpent();
                lander.see(prepared.scope(), chunk.get(), now - spent);
                spent = now;
            }
        }
        removeUnseen(prepared);
    }

    private void removeUnseen(RunPreparer.Prepared prepared) {
        boolean more = true;
        while (more) {
            more = lander.removeUnseen(prepared.scope(), CHUNK);
        }
    }

    private void retell(RunPreparer.Prepared prepared) {
        String token = prepared.run().resumeAt();
        String last = token == null ? "" : token;
        while (last != null) {
            last = lander.retell(prepared.scope(), last, CHUNK);
        }
    }

    private void succeed(RunPreparer.Prepared prepared, @Nullable Instant covered) {
        SyncRun run = prepared.run();
        RunTicket ticket = prepared.scope().ticket();
        Instant now = clock.instant();
        transactions.run(() -> {
            keep(ticket);
            MappingProgress before = runs.progress(run.mappingId());
            boolean reads = run.kind().readsSource();
            boolean scanned = run.kind() == RunKind.FULL || isScanDue(before);
            boolean wide = run.kind() == RunKind.FULL || isWideDue(before);
            Instant watermark = reads && covered != null ? covered : before.watermark();
            if (reads) {
                runs.saveProgress(
                        run.mappingId(),
                        new MappingProgress(
                                watermark, true, wide ? now : before.wideReadAt(), scanned ? now : before.idScanAt()));
            }
            runs.markSucceeded(run.id(), now, watermark);
            queue.remove(ticket);
        });
        if (run.kind().readsSource()) {
            connections.noteSuccess(run.connectionId(), prepared.client().allowance());
        }
        report(ticket.runId());
    }

    private void handle(SyncRun run, RunTicket ticket, SourceException failed) {
        Log.warnf("run %s: %s: %s", run.id(), failed.failure(), failed.getMessage());
        connections.noteFailure(run.connectionId(), failed);
        switch (failed.failure()) {
            case UNREACHABLE ->
                postpone(
                        ticket,
                        "source-unreachable",
                        failed.wording(),
                        clock.instant().plus(RETRY_UNREACHABLE_AFTER));
            case LIMIT_REACHED -> {
                Instant retryAt = failed.retryAt();
                postpone(
                        ticket,
                        "source-limit-reached",
                        failed.wording(),
                        retryAt == null ? clock.instant().plus(RETRY_UNREACHABLE_AFTER) : retryAt);
            }
            case RESUME_LOST -> {
                transactions.run(() -> {
                    runs.restart(run.id());
                    raw.clearSeen(run.id());
                });
                postpone(
                        ticket, "resume-lost", failed.wording(), clock.instant().plusSeconds(1));
            }
            case UNAUTHORISED -> fail(ticket, "source-unauthorised", failed.wording());
            case REFUSED -> {
                schemas.forget(run.connectionId(), run.objectName());
                fail(ticket, "source-refused", failed.wording());
            }
        }
    }

    private void postpone(RunTicket ticket, String code, Wording why, Instant until) {
        transactions.run(() -> {
            runs.markWaiting(ticket.runId(), code, why);
            queue.postpone(ticket, until);
        });
    }

    private void fail(RunTicket ticket, String code, Wording why) {
        transactions.run(() -> {
            runs.markFailed(ticket.runId(), clock.instant(), code, why);
            raw.clearSeen(ticket.runId());
            queue.remove(ticket);
        });
        report(ticket.runId());
    }

    private void keep(RunTicket ticket) {
        if (!queue.keep(ticket, clock.instant().plus(ChunkLander.LEASE))) {
            throw new LeaseLostException(ticket);
        }
    }

    private void report(UUID runId) {
        transactions.call(() -> runs.find(runId)).ifPresent(run -> {
            Log.infof(
                    "run %s %s: %d read, %d added, %d changed, %d unchanged, %d removed, %d rejected, %d calls",
                    run.id(),
                    run.state().wireName(),
                    run.counts().read(),
                    run.counts().added(),
                    run.counts().changed(),
                    run.counts().unchanged(),
                    run.counts().removed(),
                    run.counts().rejected(),
                    run.apiCalls());
            ended.fire(new RunEnded(run));
        });
    }
}
