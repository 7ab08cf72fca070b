package dev.minori.sync.run;

import dev.minori.kit.failure.Transience;
import dev.minori.kit.log.LogField;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.connection.ConnectionService;
import dev.minori.sync.platform.Transactions;
import dev.minori.sync.source.CallPurpose;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SpentCalls;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Does a claimed run to its end. A failure of the surroundings lets it wait and go on where it stood; a process that dies
 * leaves it to another.
 */
@ApplicationScoped
public class RunExecutor {
    private static final Duration FIRST_PAUSE_UNREACHABLE = Duration.ofSeconds(5);
    private static final Wording BROKEN = new Wording("内部エラーで停止しました。", "The run stopped on an internal error.");

    private final RunStore runs;
    private final RunQueue queue;
    private final MappingRecords records;
    private final RunPreparer preparer;
    private final RunSteps steps;
    private final RunOutcomes outcomes;
    private final ConnectionService connections;
    private final SchemaCache schemas;
    private final Transactions transactions;
    private final Clock clock;

    RunExecutor(
            RunStore runs,
            RunQueue queue,
            MappingRecords records,
            RunPreparer preparer,
            RunSteps steps,
            RunOutcomes outcomes,
            ConnectionService connections,
            SchemaCache schemas,
            Transactions transactions,
            Clock clock) {
        this.runs = runs;
        this.queue = queue;
        this.records = records;
        this.preparer = preparer;
        this.steps = steps;
        this.outcomes = outcomes;
        this.connections = connections;
        this.schemas = schemas;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Does the run to its end, its failure or its postponement; throws no exception. */
    public void execute(RunTicket ticket) {
        WorkspaceContext.run(
                ticket.workspaceId(),
                () -> LogField.during(
                        "runId",
                        ticket.runId(),
                        () -> CallPurpose.RUN.run(() -> new SpentCalls().during(() -> attemptOrLeave(ticket)))));
    }

    private void attemptOrLeave(RunTicket ticket) {
        try {
            attempt(ticket);
        } catch (LeaseLostException lost) {
            Log.warnf("%s", lost.getMessage());
        } catch (RuntimeException failed) {
            // Not even the outcome could be written: the lease lapses and another process goes on.
            Log.errorf(failed, "run %s is left to whoever finds it", ticket.runId());
        }
    }

    private void attempt(RunTicket ticket) {
        try {
            begin(ticket);
        } catch (LeaseLostException lost) {
            throw lost;
        } catch (RuntimeException failed) {
            if (isStopped(failed)) {
                outcomes.giveBack(ticket);
            } else if (Transience.isTransient(failed)) {
                outcomes.interrupt(ticket, failed);
            } else {
                Log.errorf(failed, "run %s stopped", ticket.runId());
                outcomes.fail(ticket, "internal-error", BROKEN);
            }
        }
    }

    private void begin(RunTicket ticket) {
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
                "run %s %s: %s of %s, mapping %s",
                run.id(),
                run.resumeAt() == null ? "starts" : "goes on",
                run.kind().wireName(),
                run.objectName(),
                run.mappingId());
        try {
            if (run.kind() == RunKind.RECONCILIATION) {
                CallPurpose.RECONCILIATION.run(() -> finish(run, ticket));
            } else {
                finish(run, ticket);
            }
        } catch (SourceException failed) {
            if (isStopped(failed)) {
                throw failed;
            }
            handle(run, ticket, failed);
        }
    }

    private void finish(SyncRun run, RunTicket ticket) {
        if (run.kind().readsSource()) {
            connections.requireUnblocked(run.connectionId());
        }
        RunPreparer.Prepared prepared = preparer.prepare(run, ticket, decide(run));
        steps.finish(prepared);
        outcomes.succeed(run, prepared.decision(), ticket);
        if (run.kind().readsSource()) {
            connections.noteSuccess(run.connectionId(), prepared.client().allowance());
        }
    }

    /** Whether the service stops: only that interrupts the thread of a run, and then whatever it does fails. */
    private static boolean isStopped(Throwable failed) {
        if (Thread.currentThread().isInterrupted()) {
            return true;
        }
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }

    /** Decided at the beginning: a run that goes on finds the rows it has landed itself. */
    private RunDecision decide(SyncRun run) {
        RunDecision decided = run.decision();
        if (decided != null) {
            return decided;
        }
        return transactions.call(() -> {
            RunDecision decision = RunDecision.of(
                    run.kind(), records.hasAny(run.mappingId()), runs.progress(run.mappingId()), clock.instant());
            runs.noteDecision(run.id(), decision);
            return decision;
        });
    }

    private void handle(SyncRun run, RunTicket ticket, SourceException failed) {
        Log.warnf("run %s: %s: %s", run.id(), failed.failure(), failed.getMessage());
        connections.noteFailure(run.connectionId(), failed);
        switch (failed.failure()) {
            case UNREACHABLE ->
                outcomes.retreat(ticket, "source-unreachable", failed.wording(), FIRST_PAUSE_UNREACHABLE);
            case LIMIT_REACHED -> {
                Instant retryAt = failed.retryAt();
                outcomes.postpone(
                        ticket,
                        failed.ownBudget() ? RunStore.BUDGET_SPENT : "source-limit-reached",
                        failed.wording(),
                        retryAt == null ? clock.instant().plus(SourceException.LIMIT_PAUSE) : retryAt);
            }
            case RESUME_LOST -> outcomes.restart(ticket, failed.wording());
            case UNAUTHORISED -> outcomes.fail(ticket, "source-unauthorised", failed.wording());
            case REFUSED -> {
                schemas.forget(run.connectionId(), run.objectName());
                outcomes.fail(ticket, "source-refused", failed.wording());
            }
        }
    }
}
