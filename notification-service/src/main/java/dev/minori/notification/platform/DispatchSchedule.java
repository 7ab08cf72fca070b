package dev.minori.notification.platform;

import dev.minori.notification.delivery.Dispatcher;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Looks every second for what is due, on every pod; claims keep pods out of each other's way. */
@ApplicationScoped
class DispatchSchedule {
    private static final Duration LAST_SENDS = Duration.ofSeconds(8);

    private final Dispatcher dispatcher;

    DispatchSchedule(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Scheduled(
            every = "${minori.dispatch.every:1s}",
            identity = "dispatch",
            concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        dispatcher.dispatchDue();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (!dispatcher.drain(LAST_SENDS)) {
            Log.warn("stopping while messages are being sent; what was handed over without an answer is unconfirmed");
        }
    }
}
