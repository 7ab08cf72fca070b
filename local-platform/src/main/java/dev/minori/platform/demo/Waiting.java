package dev.minori.platform.demo;

import java.time.Duration;
import java.util.function.Consumer;

/** Waits for something with a limit, and never longer than a few seconds without a word. */
final class Waiting {
    private static final Duration SILENCE = Duration.ofSeconds(4);
    private static final long PAUSE_MILLIS = 500;

    private final Consumer<String> progress;
    private final long deadline;
    private long told = System.nanoTime();

    Waiting(Duration limit, Consumer<String> progress) {
        this.progress = progress;
        this.deadline = System.nanoTime() + limit.toNanos();
    }

    /** Pauses before the next look; false once the limit has passed. */
    boolean goOn(String what) {
        if (System.nanoTime() > deadline) {
            return false;
        }
        if (System.nanoTime() - told > SILENCE.toNanos()) {
            told = System.nanoTime();
            progress.accept("… waiting for " + what);
        }
        Pause.millis(PAUSE_MILLIS);
        return true;
    }
}
