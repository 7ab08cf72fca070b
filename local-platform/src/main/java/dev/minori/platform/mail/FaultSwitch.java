package dev.minori.platform.mail;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Holds the one fault that is switched on and counts how often it still strikes.
 *
 * @param <F> kind of fault
 */
final class FaultSwitch<F> {

    private final ToIntFunction<F> times;
    private @Nullable F fault;
    private int left;

    FaultSwitch(ToIntFunction<F> times) {
        this.times = times;
    }

    synchronized void set(F next) {
        fault = next;
        left = times.applyAsInt(next);
    }

    synchronized void clear() {
        fault = null;
    }

    synchronized Optional<F> current() {
        return Optional.ofNullable(fault);
    }

    /** The fault, if it is on and fits; counts as one strike. */
    synchronized Optional<F> strike(Predicate<F> fits) {
        F struck = fault;
        if (struck == null || !fits.test(struck)) {
            return Optional.empty();
        }
        if (left > 0 && --left == 0) {
            fault = null;
        }
        return Optional.of(struck);
    }
}
