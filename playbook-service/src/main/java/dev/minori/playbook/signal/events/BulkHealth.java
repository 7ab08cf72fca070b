package dev.minori.playbook.signal.events;

import dev.minori.events.Lane;
import dev.minori.kit.inbox.MessageIntake;
import dev.minori.playbook.signal.Signals;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Conclusions from loads and recomputations: kept, and nobody is told. */
@Singleton
class BulkHealth extends CustomerHealthChannel {
    static final String CHANNEL = "customer-health-bulk";

    private final MessageIntake intake;

    BulkHealth(Signals signals, MessageIntake intake) {
        super(signals);
        this.intake = intake;
    }

    @Override
    public String name() {
        return CHANNEL;
    }

    @Override
    public Lane lane() {
        return Lane.BULK;
    }

    @Incoming(CHANNEL)
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        intake.receive(this, message);
    }
}
