package dev.minori.platform.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks until a step of the story is seen, and tells how long it took. A service that does not answer for a while, because
 * it is restarted, is asked again.
 */
final class Watch {
    /** A person should see something at least this often. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** A killed service starts again, and its run waits for the dead one's lease: minutes on a busy machine. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Consumer<String> out;
    private final long changedAt = System.nanoTime();
    private int missed;

    Watch(Consumer<String> out) {
        this.out = out;
    }

    /** How many steps did not come. */
    int missed() {
        return missed;
    }

    /**
     * Waits for a step.
     *
     * @param what the step, for a person
     * @param look finds it, or is empty while it has not happened
     * @return what was found, empty if it did not come in time
     */
    Optional<String> await(String what, Supplier<Optional<String>> look) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        long told = System.nanoTime();
        String trouble = "did not come";
        while (System.nanoTime() < deadline) {
            if (System.nanoTime() - told > SILENCE.toNanos()) {
                told = System.nanoTime();
                out.accept("    … +%5.1f s  waiting for: %s".formatted(seconds(), what));
            }
            try {
                Optional<String> seen = look.get();
                if (seen.isPresent()) {
                    out.accept("  ✓ +%5.1f s  %s: %s".formatted(seconds(), what, seen.get()));
                    return seen;
                }
                trouble = "did not come";
            } catch (Unavailable restarting) {
                trouble = String.valueOf(restarting.getMessage());
            }
            Pause.millis(250);
        }
        miss(what, trouble);
        return Optional.empty();
    }

    /** An answer that is not waited for, unless the service is being restarted. */
    <T> T ask(Supplier<T> question) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                return question.get();
            } catch (Unavailable restarting) {
                if (System.nanoTime() > deadline) {
                    throw restarting;
                }
                Pause.millis(250);
            }
        }
    }

    /** Says how long all of it took beside what is promised. */
    void tellAgainst(Duration promise) {
        out.accept("  From the change to the last of these: %.1f s (promised: %d s%s)"
                .formatted(seconds(), promise.toSeconds(), seconds() > promise.toSeconds() ? ", missed" : ""));
    }

    /** Notes that a step went wrong. */
    void miss(String what, String trouble) {
        missed++;
        out.accept("  ✗ +%5.1f s  %s: %s".formatted(seconds(), what, trouble));
    }

    private double seconds() {
        return Duration.ofNanos(System.nanoTime() - changedAt).toMillis() / 1000.0;
    }
}
