package dev.minori.kit.outbox;

import dev.minori.events.Lane;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the relays of both lanes, each on a thread of its own, for as long as the service runs. */
@ApplicationScoped
class OutboxRelay {
    private final OutboxConfig config;
    private final MeterRegistry meters;
    private final Map<Lane, LaneRelay> relays = new EnumMap<>(Lane.class);
    private final Map<Lane, Thread> threads = new EnumMap<>(Lane.class);

    OutboxRelay(OutboxConfig config, MeterRegistry meters) {
        this.config = config;
        this.meters = meters;
    }

    void start(@Observes StartupEvent started) {
        if (!config.relay()) {
            return;
        }
        YieldToLive yieldToLive = new YieldToLive();
        for (Lane lane : Lane.values()) {
            LaneRelay relay = new LaneRelay(config, lane, () -> KafkaRelayProducer.open(config, lane), yieldToLive);
            relays.put(lane, relay);
            threads.put(
                    lane,
                    Thread.ofPlatform().name("outbox-relay-" + lane).daemon().start(relay));
            measure(lane, relay);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        relays.values().forEach(LaneRelay::stop);
        for (Thread thread : threads.values()) {
            thread.join(TimeUnit.SECONDS.toMillis(8));
        }
    }

    /** Lanes whose relay has ended although the service runs. */
    List<Lane> dead() {
        return threads.entrySet().stream()
                .filter(thread -> !thread.getValue().isAlive())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The rows are visible only now that the transaction has committed. */
    void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxWritten written) {
        LaneRelay relay = relays.get(written.lane());
        if (relay != null) {
            relay.wakeUp();
        }
    }

    private void measure(Lane lane, LaneRelay relay) {
        Gauge.builder("minori.outbox.leading", relay, r -> r.isLeading() ? 1 : 0)
                .description("1 while this process relays the lane")
                .tag("lane", lane.name())
                .register(meters);
        FunctionCounter.builder("minori.outbox.sent", relay, LaneRelay::sent)
                .description("rows relayed and acknowledged")
                .tag("lane", lane.name())
                .register(meters);
    }
}
