package dev.minori.kit.time;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A clock that runs ahead of (or behind) another by the ISO-8601 duration in a file, so that all services of a
 * developer's machine can be sent three days ahead together. The file is read again at most every 200 ms; without it,
 * or while it is empty, the offset is zero; while it holds nonsense, the last good offset stays.
 */
final class OffsetClock extends Clock {
    private static final long REREAD_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private record Reading(long takenAtNanos, String text, Duration offset) {}

    private final Clock base;
    private final Path file;
    private final LongSupplier ticker;
    private volatile Reading reading;

    OffsetClock(Clock base, Path file) {
        this(base, file, System::nanoTime);
    }

    /** @param ticker nanoseconds that pass, from any beginning */
    OffsetClock(Clock base, Path file, LongSupplier ticker) {
        this.base = base;
        this.file = file;
        this.ticker = ticker;
        this.reading = read(new Reading(ticker.getAsLong(), "", Duration.ZERO));
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset());
    }

    @Override
    public long millis() {
        return instant().toEpochMilli();
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new OffsetClock(base.withZone(zone), file, ticker);
    }

    private Duration offset() {
        Reading last = reading;
        if (ticker.getAsLong() - last.takenAtNanos >= REREAD_NANOS) {
            last = read(last);
            reading = last;
        }
        return last.offset;
    }

    private Reading read(Reading last) {
        long now = ticker.getAsLong();
        String text = "";
        try {
            text = Files.readString(file).strip();
            if (text.equals(last.text)) {
                return new Reading(now, text, last.offset);
            }
            Duration offset = text.isEmpty() ? Duration.ZERO : Duration.parse(text);
            Log.infof("The clock now runs with an offset of %s", offset);
            return new Reading(now, text, offset);
        } catch (NoSuchFileException _) {
            return new Reading(now, "", Duration.ZERO);
        } catch (IOException | DateTimeParseException failure) {
            Log.warnf("Clock offset in %s cannot be used, %s stays: %s", file, last.offset, failure.getMessage());
            return new Reading(now, text, last.offset);
        }
    }
}
