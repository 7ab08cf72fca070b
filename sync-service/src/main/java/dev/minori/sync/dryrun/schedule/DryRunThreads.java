package dev.minori.sync.dryrun.schedule;

import dev.minori.sync.dryrun.DryRunAsked;
import dev.minori.sync.dryrun.DryRunWork;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Does dry runs where they were asked for, few at a time: a person waits for them, but runs come first. */
@ApplicationScoped
class DryRunThreads {
    private static final int PLACES = 2;

    private final DryRunWork work;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(PLACES, true);

    DryRunThreads(DryRunWork work) {
        this.work = work;
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) DryRunAsked asked) {
        threads.execute(() -> begin(asked));
    }

    private void begin(DryRunAsked asked) {
        try {
            places.acquire();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            work.execute(asked);
        } finally {
            places.release();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        threads.shutdownNow();
        if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
            Log.warn("dry runs did not stop in time; they are told as broken off");
        }
    }
}
