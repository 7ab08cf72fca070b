package dev.minori.notification.delivery.events;

import dev.minori.kit.inbox.MessageIntake;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the records of topic notifications. */
@ApplicationScoped
class NotificationsConsumer {
    private final MessageIntake intake;
    private final NotificationsChannel channel;

    NotificationsConsumer(MessageIntake intake, NotificationsChannel channel) {
        this.intake = intake;
        this.channel = channel;
    }

    @Incoming(NotificationsChannel.NAME)
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        intake.receive(channel, message);
    }
}
