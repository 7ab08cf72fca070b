package dev.minori.sync.source;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the calls to sources that one piece of work makes, whoever's client makes them: the client of a connection is
 * shared by all that read through it at the same time.
 */
public final class SpentCalls {
    private static final ScopedValue<SpentCalls> CURRENT = ScopedValue.newInstance();

    private final AtomicLong unwritten = new AtomicLong();

    /** Does the work; calls that it makes on this thread count here. */
    public void during(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /** Notes a call at whoever's work this is, if it counts. */
    public static void note() {
        if (CURRENT.isBound()) {
            CURRENT.get().unwritten.incrementAndGet();
        }
    }

    /** The count of the work this is part of; one that counts nothing if there is none. */
    public static SpentCalls current() {
        return CURRENT.isBound() ? CURRENT.get() : new SpentCalls();
    }

    /** Calls that are not written down yet. */
    public long unwritten() {
        return unwritten.get();
    }

    /** So many of them are written down, and that is committed. */
    public void wrote(long calls) {
        unwritten.addAndGet(-calls);
    }
}
