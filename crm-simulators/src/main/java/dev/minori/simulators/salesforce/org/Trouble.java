package dev.minori.simulators.salesforce.org;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Trouble that was ordered for an org's rows. It is forgotten when the process ends. */
public final class Trouble {

    private final Map<String, Integer> locks = new ConcurrentHashMap<>();
    private final Map<String, Duration> delays = new ConcurrentHashMap<>();
    private volatile boolean rowsAreHidden;

    /** The next so many writes of an object meet a row that somebody else holds. */
    public void lockRows(String object, int times) {
        locks.put(object, times);
    }

    /** Whether a write meets a locked row; counts it. */
    public boolean rowIsLocked(String object) {
        boolean[] hit = new boolean[1];
        locks.computeIfPresent(object, (name, left) -> {
            hit[0] = left > 0;
            return left > 1 ? left - 1 : null;
        });
        return hit[0];
    }

    /** Rows created from now on are seen only this long after their stamp; zero ends it for later rows. */
    public void showLate(String object, Duration delay) {
        if (delay.isZero()) {
            delays.remove(object);
        } else {
            delays.put(object, delay);
            rowsAreHidden = true;
        }
    }

    /** How long a created row stays unseen. */
    public Optional<Duration> delay(String object) {
        return Optional.ofNullable(delays.get(object));
    }

    /** Whether readers must look for rows that are not to be seen yet. */
    public boolean rowsAreHidden() {
        return rowsAreHidden;
    }
}
