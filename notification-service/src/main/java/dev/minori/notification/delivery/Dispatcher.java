package dev.minori.notification.delivery;

import dev.minori.kit.failure.Transience;
import dev.minori.kit.log.LogField;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.channel.ChannelKind;
import dev.minori.notification.channel.SendOutcome;
import dev.minori.notification.channel.Sender;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Sends what is due, several messages at a time, each under a claim of its own. */
@ApplicationScoped
public class Dispatcher {
    /** Leaves database connections for requests and consumers. */
    private static final int MAX_AT_A_TIME = 6;

    private final DispatchQueue queue;
    private final AttemptService attempts;
    private final Clock clock;
    private final Map<ChannelKind, Sender> senders = new EnumMap<>(ChannelKind.class);
    private final Semaphore slots = new Semaphore(MAX_AT_A_TIME);
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("dispatch-", 0).factory());

    Dispatcher(DispatchQueue queue, AttemptService attempts, Instance<Sender> senders, Clock clock) {
        this.queue = queue;
        this.attempts = attempts;
        this.clock = clock;
        senders.forEach(sender -> this.senders.put(sender.kind(), sender));
    }

    /** Starts sending what is due now; returns how many were taken. */
    public int dispatchDue() {
        int free = slots.drainPermits();
        if (free == 0) {
            return 0;
        }
        List<Claim> claims = List.of();
        try {
            claims = queue.claim(free, clock.instant(), AttemptService.LEASE);
        } finally {
            slots.release(free - claims.size());
        }
        for (Claim claim : claims) {
            workers.execute(() -> {
                try {
                    WorkspaceContext.run(claim.workspaceId(), () -> send(claim));
                } catch (RuntimeException failed) {
                    // The claim's lease ends and somebody takes the delivery over; nothing is lost.
                    LogField.during(
                            "deliveryId", claim.deliveryId(), () -> Log.warn("delivery was interrupted", failed));
                } finally {
                    slots.release();
                }
            });
        }
        return claims.size();
    }

    /** Waits for what is under way; true if all of it ended. */
    public boolean drain(Duration atMost) throws InterruptedException {
        workers.shutdown();
        return workers.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void send(Claim claim) {
        try {
            attempt(claim);
        } catch (RuntimeException failed) {
            if (Transience.isTransient(failed)) {
                throw failed;
            }
            LogField.during(
                    "deliveryId",
                    claim.deliveryId(),
                    () -> Log.error("delivery could not be written or sent; it is tried again", failed));
            attempts.fault(claim, failed);
        }
    }

    private void attempt(Claim claim) {
        attempts.begin(claim).ifPresent(begun -> {
            Sender sender = senders.get(begun.channel());
            if (sender == null) {
                throw new IllegalStateException("no sender for channel " + begun.channel());
            }
            SendOutcome outcome = sender.send(begun.message(), () -> attempts.handOver(claim, begun.attempt()));
            attempts.end(claim, begun.attempt(), outcome);
        });
    }
}
