package dev.minori.playbook.notice.events;

import dev.minori.events.DeliveryEvent;
import dev.minori.events.DeliveryEvent.DeliveryChanged;
import dev.minori.events.Envelope;
import dev.minori.kit.inbox.Delivery;
import dev.minori.kit.inbox.InboundChannel;
import dev.minori.playbook.notice.NoticeRecord;
import dev.minori.playbook.notice.NoticeStore;
import jakarta.enterprise.context.ApplicationScoped;

/** What arrives on {@code deliveries}: whether somebody was reached. */
@ApplicationScoped
class DeliveriesChannel implements InboundChannel<DeliveryEvent> {
    static final String NAME = "deliveries";

    private final NoticeStore store;

    DeliveriesChannel(NoticeStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<DeliveryEvent> eventType() {
        return DeliveryEvent.class;
    }

    @Override
    public Delivery delivery() {
        return Delivery.ONCE;
    }

    @Override
    public void handle(Envelope<DeliveryEvent> message) {
        switch (message.event()) {
            case DeliveryChanged changed ->
                store.saveDelivery(
                        changed.requestId(),
                        new NoticeRecord.Reached(
                                changed.deliveryId(),
                                changed.memberId(),
                                changed.channel(),
                                changed.state(),
                                changed.attempts(),
                                changed.at(),
                                changed.reason()));
        }
    }
}
