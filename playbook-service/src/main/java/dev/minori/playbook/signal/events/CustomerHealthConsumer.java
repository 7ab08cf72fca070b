package dev.minori.playbook.signal.events;

import dev.minori.kit.inbox.MessageIntake;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hands records of {@code customer-health} to the intake. */
@ApplicationScoped
class CustomerHealthConsumer {
    private final MessageIntake intake;
    private final CustomerHealthChannel channel;

    CustomerHealthConsumer(MessageIntake intake, CustomerHealthChannel channel) {
        this.intake = intake;
        this.channel = channel;
    }

    @Incoming(CustomerHealthChannel.NAME)
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        intake.receive(channel, message);
    }
}
