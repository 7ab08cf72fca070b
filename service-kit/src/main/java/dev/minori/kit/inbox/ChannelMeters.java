package dev.minori.kit.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/**
 * Shows the counters of trouble from the start, at zero: an alarm on growth does not see a counter that appears with its
 * first increment.
 */
@ApplicationScoped
class ChannelMeters {
    private final MeterRegistry meters;
    private final Instance<InboundChannel<?>> channels;

    ChannelMeters(MeterRegistry meters, @Any Instance<InboundChannel<?>> channels) {
        this.meters = meters;
        this.channels = channels;
    }

    void start(@Observes StartupEvent started) {
        for (InboundChannel<?> channel : channels) {
            sequence(meters, channel, "gap").increment(0);
            sequence(meters, channel, "step-back").increment(0);
            held(meters, channel.name()).increment(0);
        }
    }

    /** Messages whose number within their key was not the next one. */
    static Counter sequence(MeterRegistry meters, InboundChannel<?> channel, String what) {
        return meters.counter("minori.inbox.sequence", "channel", channel.name(), "what", what);
    }

    /** Times a partition was held because the queue behind a parked key is full. */
    static Counter held(MeterRegistry meters, String channel) {
        return meters.counter("minori.inbox.held", "channel", channel, "why", "full");
    }
}
