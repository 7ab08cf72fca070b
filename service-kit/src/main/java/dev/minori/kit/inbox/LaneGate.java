package dev.minori.kit.inbox;

import dev.minori.events.Lane;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets live messages of this process go first. A bulk message does not begin while a live one is being applied, but waits
 * at most {@link #MAX_WAIT_MILLIS}, so that a steady stream of news does not starve a load.
 */
@ApplicationScoped
class LaneGate {
    static final long MAX_WAIT_MILLIS = 2_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();
    private int liveInProgress;

    /** Does the work when the lane may. */
    void pass(Lane lane, Runnable work) {
        switch (lane) {
            case LIVE -> live(work);
            case BULK -> {
                waitForQuiet();
                work.run();
            }
        }
    }

    private void live(Runnable work) {
        change(1);
        try {
            work.run();
        } finally {
            change(-1);
        }
    }

    private void change(int by) {
        lock.lock();
        try {
            liveInProgress += by;
            if (liveInProgress == 0) {
                quiet.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void waitForQuiet() {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(MAX_WAIT_MILLIS);
            while (liveInProgress > 0 && left > 0) {
                left = quiet.awaitNanos(left);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
