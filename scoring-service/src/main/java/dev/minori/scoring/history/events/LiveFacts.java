package dev.minori.scoring.history.events;

import dev.minori.kit.inbox.MessageIntake;
import dev.minori.scoring.history.Facts;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Facts that changed just now. */
@Singleton
class LiveFacts extends CustomerFactsChannel {
    static final String CHANNEL = "customer-facts";

    private final MessageIntake intake;

    LiveFacts(Facts facts, MessageIntake intake) {
        super(facts);
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
