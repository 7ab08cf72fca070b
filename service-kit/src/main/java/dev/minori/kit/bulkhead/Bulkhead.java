package dev.minori.kit.bulkhead;

import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets so many requests in at the same time as the database can serve, and one more wait for a moment. Virtual threads
 * know no limit of their own: without one, whatever comes would queue for the pool's few connections until it times out.
 */
@ApplicationScoped
class Bulkhead {
    private static final int REQUESTS_A_CONNECTION = 4;

    private final Semaphore places;
    private final Duration patience;
    private final Counter refused;

    Bulkhead(
            BulkheadConfig config,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int poolSize,
            MeterRegistry meters) {
        int size = config.atOnce().orElse(poolSize * REQUESTS_A_CONNECTION);
        this.places = new Semaphore(size, true);
        this.patience = config.patience();
        this.refused = Counter.builder("minori.requests.refused")
                .description("requests that found no place among those that are answered")
                .register(meters);
        Gauge.builder("minori.requests.under.way", places, free -> size - free.availablePermits())
                .description("requests that are being answered")
                .register(meters);
    }

    /** Not before: places are counted by what is configured for this process, and filters are made earlier than that. */
    void start(@Observes StartupEvent started) {
        Log.debugf("%d requests are answered at the same time", places.availablePermits());
    }

    /**
     * Takes a place, which is given back by {@link #leave}.
     *
     * @param mayWait whether the thread may wait for one
     * @throws ProblemException overloaded if there is none
     */
    void enter(boolean mayWait) {
        if (!(mayWait ? takenInTime() : places.tryAcquire())) {
            refused.increment();
            throw new ProblemException(
                    KitProblem.OVERLOADED,
                    new Wording(
                            "アクセスが集中しています。少し待ってから、もう一度お試しください。",
                            "Too much comes at once. Please try again in a moment."));
        }
    }

    void leave() {
        places.release();
    }

    /** How many wait for a place. */
    int waiting() {
        return places.getQueueLength();
    }

    private boolean takenInTime() {
        try {
            return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
