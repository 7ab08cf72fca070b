package dev.minori.kit.bulkhead;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How many requests a process answers at the same time. */
@ConfigMapping(prefix = "minori.requests")
interface BulkheadConfig {
    /** So many; four times the connections of the pool unless said otherwise, since no request holds one all the time. */
    OptionalInt atOnce();

    /** How long one more waits before it is refused. */
    @WithDefault("3s")
    Duration patience();
}
