package dev.minori.platform.launcher;

import dev.minori.platform.process.Memory;
import dev.minori.platform.process.PidFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code ./minori status}: what runs, whether it is ready, and how much memory it holds. */
final class Status {

    private static final double MEGABYTE = 1024.0 * 1024;

    private final Terminal terminal;
    private final Layout layout;
    private final List<Part> parts;

    /**
     * A view.
     *
     * @param parts whose readiness is asked
     */
    Status(Terminal terminal, Layout layout, List<Part> parts) {
        this.terminal = terminal;
        this.layout = layout;
        this.parts = parts;
    }

    /** Prints a line a part and the sum; returns whether everything that should run is ready. */
    boolean print() throws InterruptedException {
        List<PidFile> files = PidFile.list(layout.pids());
        if (files.stream().noneMatch(file -> file.process().isPresent())) {
            terminal.line("The local platform is not running. Start it with ./minori up");
            return false;
        }
        boolean allReady = true;
        long total = 0;
        for (PidFile file : files) {
            Optional<ProcessHandle> process = file.process();
            Optional<Part> part = parts.stream()
                    .filter(candidate -> candidate.name().equals(file.part()))
                    .findFirst();
            boolean ready = process.isPresent()
                    && (part.isEmpty() || part.get().readiness().isReady());
            allReady &= ready;
            // The launcher is every part's ancestor; only its own memory counts here.
            long bytes = process.map(handle -> file.part().equals(Up.LAUNCHER)
                            ? Memory.ownResidentBytes(handle)
                            : Memory.residentBytes(handle))
                    .orElse(0L);
            total += bytes;
            terminal.line(String.format(
                    Locale.ROOT,
                    "  %-22s %-9s pid %-8d %7.0f MB   %s",
                    file.part(),
                    process.isEmpty() ? "gone" : ready ? "ready" : "not ready",
                    file.pid(),
                    bytes / MEGABYTE,
                    file.detail()));
        }
        terminal.line(String.format(Locale.ROOT, "  %-45s %7.0f MB", "all together", total / MEGABYTE));
        return allReady;
    }
}
