package dev.minori.playbook.run;

import java.time.Duration;

/** Pauses between tries of a step: 5 s, doubling, at most an hour. A run never gives up on a passing problem. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 10;

    private Backoff() {}

    static Duration after(int failures) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
