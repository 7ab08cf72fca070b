package dev.minori.sync.run;

import dev.minori.kit.failure.Transience;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.platform.Transactions;
import dev.minori.sync.source.SpentCalls;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes down how a run ended or why it waits. Who lost the run to another process writes nothing. */
@ApplicationScoped
class RunOutcomes {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int TRIES = 12;

    private final RunStore runs;
    private final RunQueue queue;
    private final MappingRecords records;
    private final Transactions transactions;
    private final Event<RunEnded> ended;
    private final Clock clock;

    RunOutcomes(
            RunStore runs,
            RunQueue queue,
            MappingRecords records,
            Transactions transactions,
            Event<RunEnded> ended,
            Clock clock) {
        this.runs = runs;
        this.queue = queue;
        this.records = records;
        this.transactions = transactions;
        this.ended = ended;
        this.clock = clock;
    }

    void succeed(SyncRun run, RunDecision decision, RunTicket ticket) {
        Instant now = clock.instant();
        counting(ticket, transactions::run, () -> {
            keep(ticket);
            SyncRun stands = runs.find(run.id()).orElse(run);
            Instant covered = stands.watermarkAfter();
            MappingProgress before = runs.progress(run.mappingId());
            boolean reads = run.kind().readsSource();
            Instant watermark = reads && covered != null ? covered : before.watermark();
            if (reads) {
                runs.saveProgress(run.mappingId(), after(stands, decision, before, watermark));
            }
            runs.markSucceeded(run.id(), now, watermark);
            queue.remove(ticket);
        });
        report(ticket.runId());
    }

    /** What the source vouched for holds now that all of it was read. */
    private static MappingProgress after(
            SyncRun run, RunDecision decision, MappingProgress before, @Nullable Instant watermark) {
        MappingProgress progress = decision.progressAfter(before, watermark);
        Instant certain = run.certainUntil();
        if (certain != null) {
            progress = progress.assured(certain, decision.at());
        }
        boolean compares = run.kind() == RunKind.FULL || run.kind() == RunKind.RECONCILIATION;
        return compares ? progress.reconciled(decision.at()) : progress;
    }

    void fail(RunTicket ticket, String code, Wording why) {
        counting(ticket, this::persist, () -> {
            keep(ticket);
            runs.markFailed(ticket.runId(), clock.instant(), code, why);
            records.clearSeen(ticket.runId());
            queue.remove(ticket);
        });
        report(ticket.runId());
    }

    /** Lets the run wait until then. */
    void postpone(RunTicket ticket, String code, Wording why, Instant until) {
        counting(ticket, this::persist, () -> {
            keep(ticket);
            runs.markWaiting(ticket.runId(), code, why);
            queue.postpone(ticket, until);
        });
    }

    /** Lets the run wait a while, longer each time it got no further; it goes on where it stands. */
    void retreat(RunTicket ticket, String code, Wording why, Duration firstPause) {
        counting(ticket, this::persist, () -> {
            runs.markWaiting(ticket.runId(), code, why);
            if (!queue.retreat(ticket, clock.instant(), firstPause)) {
                throw new LeaseLostException(ticket);
            }
        });
    }

    /** The surroundings failed, not the run. */
    void interrupt(RunTicket ticket, Throwable cause) {
        Log.warnf("run %s waits: %s", ticket.runId(), rootMessage(cause));
        retreat(ticket, "temporarily-unavailable", TEMPORARY, FIRST_PAUSE);
    }

    /** The service stops, the run does not: whoever has a free place, or this service after its start, goes on with it. */
    void giveBack(RunTicket ticket) {
        Log.infof(
                "run %s is interrupted, the service stops; it goes on where it stands after the start", ticket.runId());
        try {
            postpone(ticket, "service-stopped", STOPPED, clock.instant());
        } catch (RuntimeException failed) {
            Log.warnf(
                    "run %s could not be given back and goes on when its claim lapses: %s",
                    ticket.runId(), rootMessage(failed));
        }
    }

    /** Begins the read again: what it could resume from is gone. */
    void restart(RunTicket ticket, Wording why) {
        counting(ticket, this::persist, () -> {
            keep(ticket);
            runs.restart(ticket.runId());
            records.clearSeen(ticket.runId());
            runs.markWaiting(ticket.runId(), "resume-lost", why);
            queue.postpone(ticket, clock.instant().plusSeconds(1));
        });
    }

    private static final Wording TEMPORARY = new Wording(
            "データベースなどが一時的に使えなかったため、少し待って続きから再開します。",
            "The database or another part was away for a moment; the run goes on where it stood after a pause.");

    private static final Wording STOPPED =
            new Wording("サービスの停止で中断しました。起動後に続きから再開します。", "The service was stopped; the run goes on where it stood.");

    /** Writes how the attempt ended and the calls that it made since its last checkpoint. */
    private void counting(RunTicket ticket, Consumer<Runnable> write, Runnable outcome) {
        SpentCalls spent = SpentCalls.current();
        long calls = spent.unwritten();
        write.accept(() -> {
            outcome.run();
            runs.noteCalls(ticket.runId(), calls);
        });
        spent.wrote(calls);
    }

    /**
     * Writes with patience: what made the run stop may well be the database being away. After about a minute the lease
     * has lapsed and another process goes on with the run.
     */
    private void persist(Runnable change) {
        // Set when the process stops: the last words must still be written.
        boolean stopping = Thread.interrupted();
        for (int attempt = 1; ; attempt++) {
            try {
                transactions.run(change);
                return;
            } catch (RuntimeException failed) {
                if (stopping || attempt == TRIES || !Transience.isTransient(failed)) {
                    throw failed;
                }
            }
            try {
                Thread.sleep(Math.min(10_000L, 100L << attempt));
            } catch (InterruptedException _) {
                stopping = true;
            }
        }
    }

    private void keep(RunTicket ticket) {
        if (!queue.keep(ticket, clock.instant().plus(RunQueue.LEASE))) {
            throw new LeaseLostException(ticket);
        }
    }

    private void report(UUID runId) {
        transactions.call(() -> runs.find(runId)).ifPresent(run -> {
            Log.infof(
                    "run %s %s: %d read, %d added, %d changed, %d unchanged, %d removed, %d rejected, %d released,"
                            + " %d held, %d calls",
                    run.id(),
                    run.state().wireName(),
                    run.counts().read(),
                    run.counts().added(),
                    run.counts().changed(),
                    run.counts().unchanged(),
                    run.counts().removed(),
                    run.counts().rejected(),
                    run.released(),
                    run.heldRemovals(),
                    run.apiCalls());
            ended.fire(new RunEnded(run));
        });
    }

    private static @Nullable String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
