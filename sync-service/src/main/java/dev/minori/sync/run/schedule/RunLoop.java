package dev.minori.sync.run.schedule;

import dev.minori.kit.id.Ids;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.platform.Transactions;
import dev.minori.sync.run.DueMapping;
import dev.minori.sync.run.RunExecutor;
import dev.minori.sync.run.RunQueue;
import dev.minori.sync.run.RunQueued;
import dev.minori.sync.run.RunService;
import dev.minori.sync.run.RunTicket;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks for what is due and for runs whose turn it is: each second, when a run was asked for here, and when one has ended.
 * Every pod does; the database gives each run to one. Some places are kept free of first loads, so that a large one
 * delays nobody's incremental runs.
 */
@ApplicationScoped
class RunLoop {
    private static final int PLACES = 4;
    private static final int HEAVY_PLACES = 2;
    private static final int DUE_AT_ONCE = 50;

    private final RunQueue queue;
    private final RunService runs;
    private final RunExecutor executor;
    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;
    private final Set<RunTicket> held = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger runningHeavy = new AtomicInteger();
    private volatile boolean stopping;

    RunLoop(RunQueue queue, RunService runs, RunExecutor executor, Transactions transactions, Clock clock, Ids ids) {
        this.queue = queue;
        this.runs = runs;
        this.executor = executor;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    @Scheduled(every = "${minori.sync.tick:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        look();
    }

    /** Who presses "run now" need not wait for the tick. */
    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunQueued queued) {
        look();
    }

    /** One thread looks at a time; who asks meanwhile makes it look once more. */
    private void look() {
        if (!stopping && asked.getAndIncrement() == 0) {
            threads.execute(this::lookUntilAllIsSeen);
        }
    }

    private void lookUntilAllIsSeen() {
        int seen = 0;
        try {
            do {
                seen = asked.get();
                startAll();
            } while (!stopping && !asked.compareAndSet(seen, 0));
        } catch (RuntimeException failed) {
            asked.set(0);
            Log.warnf("could not look for runs, trying again in a moment: %s", failed.getMessage());
        }
    }

    private void startAll() {
        for (DueMapping due : transactions.call(() -> queue.takeDue(clock.instant(), DUE_AT_ONCE))) {
            request(due);
        }
        while (!stopping && running.get() < PLACES && startOne()) {}
    }

    /** A page may take minutes to arrive: a thread at work keeps its run, a process that is gone loses it soon. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepAlive() {
        for (RunTicket ticket : held) {
            try {
                transactions.run(() -> queue.keep(ticket, clock.instant().plus(RunQueue.LEASE)));
            } catch (RuntimeException failed) {
                Log.warnf("could not prolong the claim of run %s: %s", ticket.runId(), failed.getMessage());
            }
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        threads.shutdownNow();
        if (!threads.awaitTermination(8, TimeUnit.SECONDS)) {
            Log.warn("runs did not stop in time; another process takes them over");
        }
    }

    private void request(DueMapping due) {
        try {
            WorkspaceContext.run(due.workspaceId(), () -> runs.requestDue(due.mappingId()));
        } catch (RuntimeException failed) {
            Log.errorf(failed, "could not request the run of mapping %s", due.mappingId());
        }
    }

    private boolean startOne() {
        boolean heavyToo = runningHeavy.get() < HEAVY_PLACES;
        Optional<RunTicket> ticket = transactions.call(() -> queue.claim(ids.next(), clock.instant(), heavyToo));
        ticket.ifPresent(this::start);
        return ticket.isPresent();
    }

    private void start(RunTicket ticket) {
        AtomicInteger place = ticket.heavy() ? runningHeavy : new AtomicInteger();
        running.incrementAndGet();
        place.incrementAndGet();
        threads.execute(() -> {
            held.add(ticket);
            try {
                executor.execute(ticket);
            } finally {
                held.remove(ticket);
                place.decrementAndGet();
                running.decrementAndGet();
                look();
            }
        });
    }
}
