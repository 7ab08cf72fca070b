package dev.minori.notification.delivery;

import dev.minori.events.DeliveryEvent.DeliveryChanged;
import dev.minori.events.DeliveryEvent.State;
import dev.minori.events.Lane;
import dev.minori.events.MessageKey;
import dev.minori.kit.outbox.Outbox;
import dev.minori.kit.outbox.OutboxMessage;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells the other services what became of deliveries. */
@ApplicationScoped
class DeliveryNews {
    private final Outbox outbox;
    private final DeliveryMeter meter;

    DeliveryNews(Outbox outbox, DeliveryMeter meter) {
        this.outbox = outbox;
        this.meter = meter;
    }

    /** The delivery has come to an end; nothing is told of one that has not. */
    void ended(Delivery delivery) {
        switch (delivery.state()) {
            case DeliveryState.Delivered(Instant at) -> publish(delivery, State.DELIVERED, at, null);
            case DeliveryState.Unconfirmed(Instant at, Reason reason) ->
                publish(delivery, State.UNCONFIRMED, at, reason);
            case DeliveryState.Failed(Instant at, Reason reason) -> publish(delivery, State.FAILED, at, reason);
            case DeliveryState.Suppressed(Instant at, Reason reason) -> publish(delivery, State.SUPPRESSED, at, reason);
            case DeliveryState.Pending _, DeliveryState.Sending _, DeliveryState.Retry _ -> {}
        }
    }

    private void publish(Delivery delivery, State state, Instant at, @Nullable Reason reason) {
        String key = MessageKey.customer(WorkspaceContext.current(), delivery.customerId());
        DeliveryChanged changed = new DeliveryChanged(
                delivery.customerId(),
                delivery.requestId(),
                delivery.id(),
                delivery.memberId(),
                delivery.channel().code(),
                state,
                delivery.attempts(),
                at,
                reason == null ? null : reason.line());
        outbox.publish(new OutboxMessage(Lane.LIVE, key, delivery.origin(), true, delivery.causationId(), changed));
        meter.ended(delivery.channel(), delivery.state());
    }
}
