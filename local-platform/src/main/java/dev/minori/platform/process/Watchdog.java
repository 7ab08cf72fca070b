package dev.minori.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Ties a process to this JVM: when the JVM ends, however it ends, the process is killed and its directory removed.
 * Works by a pipe that the operating system closes with the JVM, so even a killed test run leaves nothing behind.
 */
public final class Watchdog {

    private Watchdog() {}

    /**
     * Starts the watch.
     *
     * @param pid the process that must not outlive this JVM
     * @param signal what ends it: {@code QUIT} for PostgreSQL (it then ends its own children), {@code KILL} for others
     * @param directory data that nobody needs after the process has ended
     */
    public static void tie(long pid, Signals.Signal signal, Path directory) {
        // Ctrl-C reaches the whole process group; the watch must live on to clean up.
        String script = """
                trap '' INT TERM HUP
                cat >/dev/null
                kill -s "$2" "$1" 2>/dev/null
                for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$1" 2>/dev/null || break; sleep 0.2; done
                kill -s KILL "$1" 2>/dev/null
                rm -rf "$3"
                """;
        try {
            // Standard input stays open as long as this JVM lives: nobody writes to it, nobody closes it.
            new ProcessBuilder("sh", "-c", script, "minori-watchdog", Long.toString(pid), signal.name(), directory + "")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
