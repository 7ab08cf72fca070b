package dev.minori.platform.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The clock a local platform goes by: the machine's plus the offset that all its parts read from one file. It can be sent
 * ahead, for everybody at once; never back, because what was seen cannot be unseen.
 */
public final class PlatformClock {
    private final Clock machine;
    private final Path offsetFile;

    /** @param offsetFile holds an ISO-8601 duration; without the file the offset is zero */
    public PlatformClock(Clock machine, Path offsetFile) {
        this.machine = machine;
        this.offsetFile = offsetFile;
    }

    /** The time of the platform. */
    public Instant now() {
        return machine.instant().plus(offset());
    }

    /**
     * Sends the platform ahead.
     *
     * @throws IllegalArgumentException for a time that is over
     */
    public void sendTo(Instant then) {
        Duration ahead = Duration.between(machine.instant(), then);
        if (ahead.compareTo(offset()) < 0) {
            throw new IllegalArgumentException("the platform is past " + then + " already");
        }
        try {
            // In one piece, or a reader could see half of it.
            Path written = offsetFile.resolveSibling(offsetFile.getFileName() + ".new");
            Files.writeString(written, ahead + "\n");
            Files.move(written, offsetFile, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("The clock cannot be sent ahead", failed);
        }
    }

    private Duration offset() {
        try {
            return Files.exists(offsetFile)
                    ? Duration.parse(Files.readString(offsetFile).strip())
                    : Duration.ZERO;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
