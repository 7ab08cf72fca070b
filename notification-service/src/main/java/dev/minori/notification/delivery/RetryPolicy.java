package dev.minori.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When to try again: pauses double from 10 seconds to 4 hours, with jitter, for 48 hours in all. */
public final class RetryPolicy {
    static final Duration GIVE_UP_AFTER = Duration.ofDays(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    private static final int MAX_DOUBLINGS = 20;

    private final RandomGenerator random;

    public RetryPolicy(RandomGenerator random) {
        this.random = random;
    }

    /**
     * When to try for the next time, empty if it is time to give up.
     *
     * @param attempts how many were made
     * @param since from when the 48 hours count
     * @param asked how long the other side asked to wait; it is never tried earlier
     */
    public Optional<Instant> next(int attempts, Instant since, Instant now, @Nullable Duration asked) {
        Duration pause = pause(attempts);
        Instant at = now.plus(asked != null && asked.compareTo(pause) > 0 ? asked.plus(jitter(asked)) : pause);
        return at.isAfter(since.plus(GIVE_UP_AFTER)) ? Optional.empty() : Optional.of(at);
    }

    /** Between half and the whole of the doubled pause, so that many messages do not come back together. */
    private Duration pause(int attempts) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.clamp(attempts - 1L, 0, MAX_DOUBLINGS));
        Duration whole = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return Duration.ofMillis(random.nextLong(whole.toMillis() / 2, whole.toMillis() + 1));
    }

    private Duration jitter(Duration asked) {
        return Duration.ofMillis(random.nextLong(asked.toMillis() / 10 + 1));
    }
}
