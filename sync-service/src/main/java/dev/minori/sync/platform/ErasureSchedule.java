package dev.minori.sync.platform;

import dev.minori.sync.erasure.ErasureService;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Finishes erasures whose process died. */
@ApplicationScoped
class ErasureSchedule {
    private final ErasureService erasures;

    ErasureSchedule(ErasureService erasures) {
        this.erasures = erasures;
    }

    @Scheduled(identity = "open-erasures", every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        try {
            while (erasures.finishOne()) {
                // Until none is due.
            }
        } catch (RuntimeException failed) {
            Log.errorf(failed, "an open erasure could not be finished, and is tried again");
        }
    }
}
