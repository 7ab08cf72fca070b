package dev.minori.kit.inbox;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer as it should be, and one whose author forgot that messages belong to workspaces. */
@ApplicationScoped
class TrialConsumers {
    /** What the forgetful consumer does with its next message, and what came of it: a result or an exception each. */
    static final BlockingQueue<List<Callable<Object>>> WORK = new LinkedBlockingQueue<>();

    static final BlockingQueue<List<Object>> OUTCOMES = new LinkedBlockingQueue<>();

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

    /** Goes past the intake, straight to the database. */
    @Incoming("deliveries")
    @Blocking
    void forget(ConsumerRecord<String, byte[]> message) {
        intake.receive(channel, message);
        List<Object> outcomes = new ArrayList<>();
        List<Callable<Object>> work = WORK.poll();
        for (Callable<Object> each : work == null ? List.<Callable<Object>>of() : work) {
            try {
                outcomes.add(each.call());
            } catch (Exception failed) {
                outcomes.add(failed);
            }
        }
        OUTCOMES.add(outcomes);
    }
}
