package dev.minori.notification.platform;

import dev.minori.notification.channel.ChannelKind;
import dev.minori.notification.delivery.Attempt;
import dev.minori.notification.delivery.DeliveryMeter;
import dev.minori.notification.delivery.DeliveryState;
import dev.minori.notification.delivery.DispatchQueue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;

/** What Prometheus sees of deliveries. */
@ApplicationScoped
class DeliveryMetrics implements DeliveryMeter {
    private final MeterRegistry meters;
    private final DispatchQueue queue;
    private final Clock clock;
    private volatile DispatchQueue.Backlog backlog = new DispatchQueue.Backlog(0, 0);

    DeliveryMetrics(MeterRegistry meters, DispatchQueue queue, Clock clock) {
        this.meters = meters;
        this.queue = queue;
        this.clock = clock;
        Gauge.builder("minori.deliveries.waiting", () -> backlog.waiting())
                .description("deliveries that have not come to an end")
                .register(meters);
        Gauge.builder("minori.deliveries.oldest.due", () -> backlog.oldestDueSeconds())
                .description("how long the oldest due delivery has been due")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public void ended(ChannelKind channel, DeliveryState state) {
        meters.counter("minori.deliveries.ended", "channel", channel.code(), "state", state.code())
                .increment();
    }

    @Override
    public void attempted(ChannelKind channel, Attempt.Outcome outcome) {
        meters.counter(
                        "minori.deliveries.attempts",
                        "channel",
                        channel.code(),
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    @Scheduled(every = "${minori.metrics.every:10s}", identity = "delivery-backlog")
    void measure() {
        backlog = queue.backlog(clock.instant());
    }
}
