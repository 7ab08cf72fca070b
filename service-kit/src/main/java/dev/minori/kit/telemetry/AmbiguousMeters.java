package dev.minori.kit.telemetry;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Leaves out meters that cannot say what they measure. */
@Singleton
class AmbiguousMeters {
    /**
     * The API's server and the management server both register it without a tag: the second is dropped with a warning and
     * nobody can tell whose connections are counted. {@code http.server.active.requests} tells the servers apart.
     */
    private static final String CONNECTIONS = "http.server.active.connections";

    @Produces
    @Singleton
    MeterFilter withoutConnections() {
        return MeterFilter.deny(meter -> meter.getName().equals(CONNECTIONS));
    }
}
