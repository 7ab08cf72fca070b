package dev.minori.kit.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class FrozenClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private FrozenClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** A clock that shows an ISO-8601 instant, for example {@code 2026-04-01T00:00:00Z}. */
    public static FrozenClock at(String instant) {
        return new FrozenClock(new AtomicReference<>(Instant.parse(instant)), ZoneOffset.UTC);
    }

    /** Moves the clock on, or back if the duration is negative. */
    public void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    /** Sets the clock to an instant. */
    public void set(Instant instant) {
        now.set(instant);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same moments in another zone: both clocks move together. */
    @Override
    public Clock withZone(ZoneId other) {
        return new FrozenClock(now, other);
    }
}
