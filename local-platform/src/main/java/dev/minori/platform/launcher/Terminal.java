package dev.minori.platform.launcher;

import java.io.PrintStream;
import java.util.Locale;

/** What the launcher tells the person in front of it: short lines, never silent for long. */
final class Terminal {

    private final PrintStream out;
    private final PrintStream err;
    private long lastLine = System.nanoTime();

    Terminal(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    synchronized void line(String text) {
        out.println(text);
        out.flush();
        lastLine = System.nanoTime();
    }

    /** A part has become ready. */
    void ready(String part, String where, long millis) {
        line(String.format(Locale.ROOT, "  ✓ %-22s %-42s %6.1f s", part, where, millis / 1000.0));
    }

    /** Something went wrong. */
    synchronized void trouble(String text) {
        err.println("  ✗ " + text);
        err.flush();
        lastLine = System.nanoTime();
    }

    synchronized long silentMillis() {
        return (System.nanoTime() - lastLine) / 1_000_000;
    }
}
