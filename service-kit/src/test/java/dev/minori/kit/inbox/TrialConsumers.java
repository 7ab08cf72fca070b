package dev.minori.kit.inbox;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer as it should be. */
@ApplicationScoped
class TrialConsumers {
    private final MessageIntake intake;
    private final NoteTakingChannel channel;

    TrialConsumers(MessageIntake intake, NoteTakingChannel channel) {
        this.intake = intake;
        this.channel = channel;
    }

    @Incoming("playbook-events")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        intake.receive(channel, message);
    }
}
