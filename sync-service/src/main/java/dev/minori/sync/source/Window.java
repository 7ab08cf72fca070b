package dev.minori.sync.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The records of an object whose change stamps lie in a span of time.
 *
 * @param from the first stamp that belongs to it, null for no beginning
 * @param until the first stamp that no longer belongs to it, null for no end
 */
public record Window(@Nullable Instant from, @Nullable Instant until) {
    public static final Window ALL = new Window(null, null);
}
