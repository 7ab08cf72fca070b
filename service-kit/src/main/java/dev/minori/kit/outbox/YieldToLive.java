package dev.minori.kit.outbox;

import dev.minori.events.Lane;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets live rows go first: while the live relay of this process has a backlog, the bulk relay waits, but never longer
 * than {@link #MAX_WAIT_NANOS} a batch, so that a steady stream of live rows does not starve a load.
 */
final class YieldToLive {
    private static final long MAX_WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private volatile boolean liveBusy;

    void beforeSending(Lane lane) {
        if (lane == Lane.LIVE) {
            liveBusy = true;
            return;
        }
        long waited = 0;
        while (liveBusy && waited < MAX_WAIT_NANOS && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(STEP_NANOS);
            waited += STEP_NANOS;
        }
    }

    void drained(Lane lane) {
        if (lane == Lane.LIVE) {
            liveBusy = false;
        }
    }
}
