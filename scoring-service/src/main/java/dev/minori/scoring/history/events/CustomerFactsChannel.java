package dev.minori.scoring.history.events;

import dev.minori.events.CustomerFactEvent;
import dev.minori.events.CustomerFactEvent.ContactErased;
import dev.minori.events.CustomerFactEvent.FactsRecorded;
import dev.minori.events.Envelope;
import dev.minori.kit.inbox.Delivery;
import dev.minori.kit.inbox.InboundChannel;
import dev.minori.scoring.history.Facts;

/** Facts of one lane. Applying is fenced by the facts' source versions, so redelivery is harmless. */
abstract class CustomerFactsChannel implements InboundChannel<CustomerFactEvent> {
    private final Facts facts;

    CustomerFactsChannel(Facts facts) {
        this.facts = facts;
    }

    @Override
    public Class<CustomerFactEvent> eventType() {
        return CustomerFactEvent.class;
    }

    @Override
    public Delivery delivery() {
        return Delivery.VERSION_FENCED;
    }

    @Override
    public void handle(Envelope<CustomerFactEvent> message) {
        switch (message.event()) {
            case FactsRecorded recorded -> facts.record(message, recorded);
            case ContactErased erased -> facts.erase(message, erased);
        }
    }
}
