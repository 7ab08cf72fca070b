package dev.minori.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks until a step of the story is seen, and tells how long it took. */
final class Watch {
    private static final Duration LIMIT = Duration.ofSeconds(90);

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
        while (System.nanoTime() < deadline) {
            Optional<String> seen = look.get();
            if (seen.isPresent()) {
                out.accept("  ✓ +%5.1f s  %s: %s".formatted(seconds(), what, seen.get()));
                return seen;
            }
            Pause.millis(250);
        }
        missed++;
        out.accept("  ✗ +%5.1f s  %s: did not come".formatted(seconds(), what));
        return Optional.empty();
    }

    /** The first item of a list answer that a test accepts. */
    static Optional<JsonNode> first(JsonNode page, java.util.function.Predicate<JsonNode> accepted) {
        for (JsonNode item : page.path("items")) {
            if (accepted.test(item)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    private double seconds() {
        return Duration.ofNanos(System.nanoTime() - changedAt).toMillis() / 1000.0;
    }
}
