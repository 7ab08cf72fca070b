package dev.minori.sync.platform;

import dev.minori.sync.run.RunCounts;
import dev.minori.sync.run.RunEnded;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Counts what runs did. */
@ApplicationScoped
class SyncMetrics {
    private final MeterRegistry meters;

    SyncMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void on(@Observes RunEnded ended) {
        meters.counter(
                        "minori.sync.runs",
                        "kind",
                        ended.run().kind().wireName(),
                        "state",
                        ended.run().state().wireName())
                .increment();
        RunCounts counts = ended.run().counts();
        rows("added", counts.added());
        rows("changed", counts.changed());
        rows("unchanged", counts.unchanged());
        rows("removed", counts.removed());
        rows("rejected", counts.rejected());
        rows("released", ended.run().released());
        meters.counter("minori.sync.source.calls")
                .increment((double) ended.run().apiCalls());
    }

    private void rows(String outcome, long count) {
        meters.counter("minori.sync.rows", "outcome", outcome).increment((double) count);
    }
}
