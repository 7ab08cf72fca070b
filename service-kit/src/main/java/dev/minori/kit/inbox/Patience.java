package dev.minori.kit.inbox;

import dev.minori.kit.failure.Transience;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Tries again while the surroundings are at fault, with growing pauses, until it works or the service stops. */
@ApplicationScoped
class Patience {
    private static final long FIRST_MILLIS = 100;
    private static final long MAX_MILLIS = 10_000;

    private final CountDownLatch stopping = new CountDownLatch(1);

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /** Does the work; a transient failure lets the caller's partition wait. Stopping leaves the message unacknowledged. */
    void untilDone(Runnable work) {
        for (int failures = 0; ; failures++) {
            try {
                work.run();
                return;
            } catch (RuntimeException failure) {
                if (!Transience.isTransient(failure)) {
                    throw failure;
                }
                Log.warnf("waiting for the surroundings: %s", rootMessage(failure));
                waitBeforeNext(failures, failure);
            }
        }
    }

    private void waitBeforeNext(int failures, RuntimeException failure) {
        long capped = Math.min(MAX_MILLIS, FIRST_MILLIS << Math.min(failures, 10));
        long pause = ThreadLocalRandom.current().nextLong(capped / 2, capped + 1);
        try {
            if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
                throw failure;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
