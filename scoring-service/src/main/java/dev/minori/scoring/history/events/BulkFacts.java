package dev.minori.scoring.history.events;

import dev.minori.events.Lane;
import dev.minori.kit.inbox.MessageIntake;
import dev.minori.scoring.history.Facts;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Facts that are loaded in bulk. */
@Singleton
class BulkFacts extends CustomerFactsChannel {
    static final String CHANNEL = "customer-facts-bulk";

    private final MessageIntake intake;

    BulkFacts(Facts facts, MessageIntake intake) {
        super(facts);
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
