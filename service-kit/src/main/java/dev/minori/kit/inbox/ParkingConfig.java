package dev.minori.kit.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much may wait. */
@ConfigMapping(prefix = "minori.parking")
interface ParkingConfig {
    /** Messages of one key; a key with more holds its partition instead, because somebody must look. */
    @WithDefault("10000")
    long maxWaiting();
}
