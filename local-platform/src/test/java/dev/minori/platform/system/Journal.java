package dev.minori.platform.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** What a long test saw, line by line, in a file beside the reports: the story as it went, and the figures of trials. */
final class Journal {
    private static final Path FILE = Path.of("target", "system-journal.txt");
    private static final Clock CLOCK = Clock.systemUTC();

    private Journal() {}

    static synchronized void write(String line) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(
                    FILE,
                    CLOCK.instant().truncatedTo(ChronoUnit.SECONDS) + "  " + line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
