package dev.minori.playbook.platform;

import dev.minori.playbook.run.RunMeters;
import dev.minori.playbook.signal.SignalMeters;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counters for the people who operate Minori. */
@ApplicationScoped
class Meters implements RunMeters, SignalMeters {
    private final MeterRegistry registry;

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void stepDone(String kind) {
        registry.counter("minori.playbook.steps.done", "kind", kind).increment();
    }

    @Override
    public void runFailed() {
        registry.counter("minori.playbook.runs.failed").increment();
    }

    @Override
    public void entered(String segmentKey, boolean backfill) {
        registry.counter("minori.playbook.segment.entries", "origin", backfill ? "backfill" : "live")
                .increment();
    }
}
