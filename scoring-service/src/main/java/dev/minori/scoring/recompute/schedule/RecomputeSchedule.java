package dev.minori.scoring.recompute.schedule;

import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.expression.WorkspaceTimes;
import dev.minori.scoring.recompute.Recomputation;
import dev.minori.scoring.recompute.Recomputation.Batch;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Computes in small batches, each workspace by itself, so that a workspace that loads a million rows does not keep
 * another one's news waiting, however long its batches take. Every process does so; they share the customers, not the
 * work.
 */
@ApplicationScoped
class RecomputeSchedule {
    private static final int BATCH = 300;
    private static final int SWEEP = 20_000;
    private static final int AT_ONCE = 3;

    private final Recomputation recomputation;
    private final WorkspaceTimes times;
    private final MeterRegistry meters;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    /** Fair: a workspace with one change waits for one batch of another at most. */
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    private volatile boolean stopping;

    RecomputeSchedule(Recomputation recomputation, WorkspaceTimes times, MeterRegistry meters) {
        this.recomputation = recomputation;
        this.times = times;
        this.meters = meters;
        // Shown from the start: an alarm on growth does not see a counter that appears with its first increment.
        meters.counter("minori.scoring.failures").increment(0);
    }

    @Scheduled(
            every = "${minori.scoring.recompute-every}",
            identity = "recompute",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void compute() {
        for (UUID workspaceId : times.all()) {
            if (busy.add(workspaceId)) {
                Thread.ofVirtual().name("recompute-" + workspaceId).start(() -> computeAll(workspaceId));
            }
        }
    }

    /** Until nothing is left for now; the next tick looks again. */
    private void computeAll(UUID workspaceId) {
        try {
            boolean more = true;
            while (more && !stopping) {
                more = turn(workspaceId);
            }
        } catch (RuntimeException failed) {
            Log.warnf(failed, "customers of workspace %s wait until the next tick", workspaceId);
        } finally {
            busy.remove(workspaceId);
        }
    }

    /** Only so many at once, whoever they are: the others' turn comes after a batch, and connections are left for requests. */
    private boolean turn(UUID workspaceId) {
        turns.acquireUninterruptibly();
        try {
            return WorkspaceContext.call(workspaceId, () -> computeIn(workspaceId)) == BATCH;
        } finally {
            turns.release();
        }
    }

    void stop(@Observes ShutdownEvent ending) {
        stopping = true;
    }

    @Scheduled(
            every = "${minori.scoring.day-check-every}",
            identity = "start-day",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void startDays() {
        inEach("day", workspaceId -> {
            if (recomputation.startDay(workspaceId)) {
                Log.info("a new local day began: customers are computed again");
            }
        });
    }

    @Scheduled(
            every = "${minori.scoring.clock-check-every}",
            identity = "look-at-clock",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAtClock() {
        inEach(
                "clock",
                workspaceId -> meters.counter("minori.scoring.customers.moved.by.time")
                        .increment(recomputation.lookAtClock(workspaceId)));
    }

    @Scheduled(
            every = "${minori.scoring.day-check-every}",
            identity = "sweep",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        inEach("sweep", workspaceId -> {
            while (recomputation.sweepSome(workspaceId, SWEEP) > 0) {
                Log.debug("customers marked");
            }
        });
    }

    private int computeIn(UUID workspaceId) {
        try {
            return count(recomputation.computeSome(workspaceId, BATCH));
        } catch (RuntimeException batchFailed) {
            Log.warnf(batchFailed, "a batch of customers could not be computed; trying one");
            return computeOne(workspaceId);
        }
    }

    /** Finds out whether one customer is to blame, so that it does not hold up all others. */
    private int computeOne(UUID workspaceId) {
        try {
            count(recomputation.computeSome(workspaceId, 1));
        } catch (RuntimeException failed) {
            meters.counter("minori.scoring.failures").increment();
            recomputation
                    .postponeFirst(workspaceId)
                    .ifPresent(customerId -> Log.errorf(
                            failed, "customer %s could not be computed; it is tried again later", customerId));
        }
        return 0;
    }

    private int count(Batch batch) {
        meters.counter("minori.scoring.customers.computed").increment(batch.customers());
        meters.counter("minori.scoring.scores.changed").increment(batch.scores());
        meters.counter("minori.scoring.segment.moves", "direction", "entered").increment(batch.entered());
        meters.counter("minori.scoring.segment.moves", "direction", "left").increment(batch.left());
        return batch.customers();
    }

    private void inEach(String what, Consumer<UUID> work) {
        for (UUID workspaceId : times.all()) {
            WorkspaceContext.run(workspaceId, () -> {
                try {
                    work.accept(workspaceId);
                } catch (RuntimeException failed) {
                    Log.errorf(failed, "the %s could not be looked at; it is tried again", what);
                }
            });
        }
    }
}
