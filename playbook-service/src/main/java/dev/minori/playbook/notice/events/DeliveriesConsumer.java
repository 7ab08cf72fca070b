package dev.minori.playbook.notice.events;

import dev.minori.kit.inbox.MessageIntake;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hands records of {@code deliveries} to the intake. */
@ApplicationScoped
class DeliveriesConsumer {
    private final MessageIntake intake;
    private final DeliveriesChannel channel;

    DeliveriesConsumer(MessageIntake intake, DeliveriesChannel channel) {
        this.intake = intake;
        this.channel = channel;
    }

    @Incoming(DeliveriesChannel.NAME)
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        intake.receive(channel, message);
    }
}
