package dev.minori.playbook.signal.events;

import dev.minori.kit.inbox.MessageIntake;
import dev.minori.playbook.signal.Signals;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Conclusions from what happens now. */
@Singleton
class LiveHealth extends CustomerHealthChannel {
    static final String CHANNEL = "customer-health";

    private final MessageIntake intake;

    LiveHealth(Signals signals, MessageIntake intake) {
        super(signals);
        this.intake = intake;
    }

    @Override
    public String name() {
        return CHANNEL;
    }

    @Incoming(CHANNEL)
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        intake.receive(this, message);
    }
}
