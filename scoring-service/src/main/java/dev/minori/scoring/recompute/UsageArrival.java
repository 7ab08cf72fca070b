package dev.minori.scoring.recompute;

import java.time.Duration;

/** How the usage of a day arrives. */
public interface UsageArrival {
    /** How long after its first rows a day is taken as complete. */
    Duration settlesAfter();
}
