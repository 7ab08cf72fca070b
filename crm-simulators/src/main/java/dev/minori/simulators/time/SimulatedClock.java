package dev.minori.simulators.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The wall clock plus an offset. The offset comes from a file with an ISO-8601 duration, shared with the whole local
 * platform and read again when it changes, and from the control door, which adds its own.
 */
public final class SimulatedClock extends Clock {

    private static final long LOOK_AT_FILE_EVERY_NANOS = 500_000_000L;

    private final Clock wall;
    private final @Nullable Path offsetFile;
    private final AtomicReference<Duration> ownOffset = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<FileOffset> fileOffset =
            new AtomicReference<>(new FileOffset(Duration.ZERO, FileTime.fromMillis(-1), Long.MIN_VALUE));

    /** @param offsetFile file with an ISO-8601 duration; it may be absent or appear later */
    public SimulatedClock(Clock wall, @Nullable Path offsetFile) {
        this.wall = wall.withZone(ZoneOffset.UTC);
        this.offsetFile = offsetFile;
    }

    /** Replaces the control door's own offset. */
    public void shift(Duration offset) {
        ownOffset.set(offset);
    }

    /** What is added to the wall clock now: the file's offset and the control door's. */
    public Duration offset() {
        return fileOffset().plus(ownOffset.get());
    }

    @Override
    public Instant instant() {
        return wall.instant().plus(offset());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(wall, offset()).withZone(zone);
    }

    private Duration fileOffset() {
        if (offsetFile == null) {
            return Duration.ZERO;
        }
        FileOffset known = fileOffset.get();
        long now = System.nanoTime();
        if (known.lookedAtNanos != Long.MIN_VALUE && now - known.lookedAtNanos < LOOK_AT_FILE_EVERY_NANOS) {
            return known.offset;
        }
        FileOffset fresh = look(offsetFile, known, now);
        fileOffset.set(fresh);
        return fresh.offset;
    }

    private static FileOffset look(Path file, FileOffset known, long now) {
        try {
            if (!Files.exists(file)) {
                return new FileOffset(Duration.ZERO, known.modified, now);
            }
            FileTime modified = Files.getLastModifiedTime(file);
            if (modified.equals(known.modified)) {
                return new FileOffset(known.offset, modified, now);
            }
            String text = Files.readString(file).strip();
            Duration offset = text.isEmpty() ? Duration.ZERO : Duration.parse(text);
            return new FileOffset(offset, modified, now);
        } catch (IOException | DateTimeException e) {
            // Half-written or unreadable: the last good offset holds until the file is whole again.
            return new FileOffset(known.offset, known.modified, now);
        }
    }

    private record FileOffset(Duration offset, FileTime modified, long lookedAtNanos) {}
}
