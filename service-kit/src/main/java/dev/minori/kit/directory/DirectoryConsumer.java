package dev.minori.kit.directory;

import dev.minori.kit.inbox.MessageIntake;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the records of topic workspace-directory. */
@ApplicationScoped
@IfBuildProperty(name = "minori.directory.reader", stringValue = "true")
class DirectoryConsumer {
    private final MessageIntake intake;
    private final DirectoryChannel channel;

    DirectoryConsumer(MessageIntake intake, DirectoryChannel channel) {
        this.intake = intake;
        this.channel = channel;
    }

    @Incoming(DirectoryChannel.NAME)
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        intake.receive(channel, message);
    }
}
