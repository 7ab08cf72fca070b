package dev.minori.playbook.signal.events;

import dev.minori.events.Envelope;
import dev.minori.events.HealthEvent;
import dev.minori.kit.inbox.Delivery;
import dev.minori.kit.inbox.InboundChannel;
import dev.minori.playbook.signal.Signals;

/** What scoring-service concludes, in one lane: each message has its effect once. */
abstract class CustomerHealthChannel implements InboundChannel<HealthEvent> {
    private final Signals signals;

    CustomerHealthChannel(Signals signals) {
        this.signals = signals;
    }

    @Override
    public Class<HealthEvent> eventType() {
        return HealthEvent.class;
    }

    @Override
    public Delivery delivery() {
        return Delivery.ONCE;
    }

    @Override
    public void handle(Envelope<HealthEvent> message) {
        signals.on(message);
    }
}
