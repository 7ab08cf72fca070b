package dev.minori.kit.backlog;

import dev.minori.events.Lane;
import dev.minori.kit.backlog.Backlog.Parked;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells monitoring what waits. Every process of a service tells the same; while the database is away the gauges are not
 * a number, because nobody knows.
 */
@ApplicationScoped
class BacklogGauges {
    private final RelayRole role;
    private final MeterRegistry meters;
    private final MultiGauge parkedKeys;
    private final MultiGauge parkedAges;
    private volatile @Nullable Backlog last;

    BacklogGauges(RelayRole role, MeterRegistry meters) {
        this.role = role;
        this.meters = meters;
        this.parkedKeys = MultiGauge.builder("minori.parked.keys")
                .description("keys whose messages wait for somebody's help")
                .register(meters);
        this.parkedAges = MultiGauge.builder("minori.parked.oldest.age")
                .description("how long the oldest parked key has waited")
                .baseUnit("seconds")
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        for (Lane lane : Lane.values()) {
            Gauge.builder("minori.outbox.oldest.age", this, gauges -> gauges.age(lane))
                    .description("age of the oldest row that waits")
                    .baseUnit("seconds")
                    .tag("lane", lane.name())
                    .register(meters);
        }
        Gauge.builder("minori.unreadable.messages", this, BacklogGauges::unreadable)
                .description("messages kept that could not be read at all")
                .register(meters);
    }

    @Scheduled(
            every = "${minori.backlog.look-every:15s}",
            identity = "backlog",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try (Connection connection = role.connect()) {
            Backlog backlog = Backlog.read(connection);
            last = backlog;
            parkedKeys.register(rows(backlog, Parked::keys), true);
            parkedAges.register(rows(backlog, Parked::oldestAge), true);
        } catch (SQLException away) {
            last = null;
            Log.warnf("what waits could not be counted: %s", away.getMessage());
        }
    }

    private static List<MultiGauge.Row<?>> rows(Backlog backlog, Function<Parked, Number> value) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        backlog.parked()
                .forEach((channel, parked) ->
                        rows.add(MultiGauge.Row.of(Tags.of("channel", channel), value.apply(parked))));
        return rows;
    }

    private double age(Lane lane) {
        Backlog known = last;
        return known == null ? Double.NaN : known.outboxAge().getOrDefault(lane, 0.0);
    }

    private double unreadable() {
        Backlog known = last;
        return known == null ? Double.NaN : known.unreadable();
    }
}
