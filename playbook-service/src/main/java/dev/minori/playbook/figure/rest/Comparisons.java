package dev.minori.playbook.figure.rest;

import dev.minori.playbook.figure.Periods;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what a period is compared with. */
final class Comparisons {
    private Comparisons() {}

    static Periods.@Nullable Comparison of(@Nullable String compareTo) {
        return compareTo == null
                ? null
                : Periods.Comparison.valueOf(compareTo.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
