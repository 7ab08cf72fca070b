package dev.minori.kit.outbox;

import dev.minori.events.Lane;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Down when a relay has ended: what this service says reaches nobody, and only a restart helps. A broker or a database
 * that is away is no reason: the relay waits for it, and the age of the oldest row tells.
 */
@Liveness
@Readiness
@ApplicationScoped
class RelayCheck implements HealthCheck {
    private final OutboxRelay relay;

    RelayCheck(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("outbox-relay").up();
        for (Lane lane : relay.dead()) {
            answer.down().withData(lane.name(), "the relay of this lane has ended; restart the service");
        }
        return answer.build();
    }
}
