package dev.minori.notification.delivery.events;

import dev.minori.events.Envelope;
import dev.minori.events.NotificationEvent;
import dev.minori.kit.inbox.Delivery;
import dev.minori.kit.inbox.InboundChannel;
import dev.minori.notification.delivery.DeliveryIntake;
import jakarta.enterprise.context.ApplicationScoped;

/** Topic notifications: whom playbook-service wants told. */
@ApplicationScoped
class NotificationsChannel implements InboundChannel<NotificationEvent> {
    /** Name of the channel in the configuration. */
    static final String NAME = "notifications";

    private final DeliveryIntake intake;

    NotificationsChannel(DeliveryIntake intake) {
        this.intake = intake;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<NotificationEvent> eventType() {
        return NotificationEvent.class;
    }

    @Override
    public Delivery delivery() {
        return Delivery.ONCE;
    }

    @Override
    public void handle(Envelope<NotificationEvent> message) {
        intake.accept(message);
    }
}
