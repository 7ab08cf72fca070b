package dev.minori.sync.budget.schedule;

import dev.minori.sync.budget.CallLeases;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Books what idle leases spent, so that a screen shows it and others can use what is left. */
@ApplicationScoped
class LeaseUpkeep {
    private final CallLeases leases;

    LeaseUpkeep(CallLeases leases) {
        this.leases = leases;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void book() {
        leases.settleIdle();
    }

    void stop(@Observes ShutdownEvent event) {
        leases.settleAll();
    }
}
