package dev.minori.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Forgets deliveries 400 days after they ended, with their attempts and texts. */
@ApplicationScoped
public class DeliveryRetention {
    private static final Duration KEPT = Duration.ofDays(400);
    private static final int AT_ONCE = 1_000;

    private final DeliveryStore store;
    private final Clock clock;

    DeliveryRetention(DeliveryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Forgets some old deliveries of the current workspace; true if there may be more. */
    @Transactional
    public boolean forgetSome() {
        return store.forget(clock.instant().minus(KEPT), AT_ONCE) == AT_ONCE;
    }
}
