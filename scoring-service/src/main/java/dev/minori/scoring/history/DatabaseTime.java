package dev.minori.scoring.history;

import java.time.Instant;

/** The clock by which {@code known_from} and {@code known_to} are written. */
public interface DatabaseTime {
    Instant now();
}
