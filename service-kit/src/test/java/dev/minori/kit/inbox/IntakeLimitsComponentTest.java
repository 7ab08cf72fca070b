package dev.minori.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.events.MessageKey;
import dev.minori.kit.parking.ParkedKey;
import dev.minori.kit.parking.ParkingLot;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.workspace.WorkspaceContext;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is missing before a message is counted, and no queue behind a parked key grows without end. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class IntakeLimitsComponentTest {
    private final UUID workspace = UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();
    private final UUID neighbour = UUID.randomUUID();

    @ConfigProperty(name = "minori.parking.max-waiting")
    int cap;

    @Inject
    MessageIntake intake;

    @Inject
    NoteTakingChannel channel;

    @Inject
    ParkingLot parking;

    @Inject
    ParkedReplay replay;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void forget() {
        channel.reset();
    }

    @Test
    void gapsAndStepsBackOfAKeyAreCounted() {
        double gaps = counted("gap");
        double stepsBack = counted("step-back");

        intake.receive(channel, message(customer, 7, "the first that this topic still has"));
        intake.receive(channel, message(customer, 8, "next"));
        intake.receive(channel, message(neighbour, 3, "another key counts for itself"));
        assertThat(counted("gap")).isEqualTo(gaps);
        assertThat(counted("step-back")).isEqualTo(stepsBack);

        intake.receive(channel, message(customer, 11, "two are missing"));
        assertThat(counted("gap")).isEqualTo(gaps + 1);

        intake.receive(channel, message(customer, 9, "back"));
        assertThat(counted("step-back")).isEqualTo(stepsBack + 1);

        intake.receive(channel, message(customer, 12, "goes on from the furthest"));
        assertThat(counted("gap")).isEqualTo(gaps + 1);
        assertThat(counted("step-back")).isEqualTo(stepsBack + 1);
        assertThat(channel.textsOf(workspace)).hasSize(6);
    }

    @Test
    void whatIsSkippedOnPurposeLeavesNoGap() {
        double gaps = counted("gap");
        intake.receive(channel, message(customer, 1, "known"));
        String optional = AlertMessages.json(workspace, customer, 2, "unknown", false)
                .replace("alert-opened.v1", "alert-dreamt.v9");
        intake.receive(channel, new ReceivedMessage("t-0@2", null, optional.getBytes(StandardCharsets.UTF_8)));
        intake.receive(channel, message(customer, 3, "known again"));

        assertThat(channel.textsOf(workspace)).containsExactly("known", "known again");
        assertThat(counted("gap")).isEqualTo(gaps);
    }

    @Test
    void redeliveryIsNoStepBack() {
        double stepsBack = counted("step-back");
        ReceivedMessage message = message(customer, 1, "twice");
        intake.receive(channel, message);
        intake.receive(channel, message);

        assertThat(counted("step-back")).isEqualTo(stepsBack);
    }

    @Test
    void aFullQueueHoldsItsPartitionUntilSomebodyHelpsAndLosesNothing() throws Exception {
        channel.poison("0");
        for (int i = 0; i < cap; i++) {
            intake.receive(channel, message(customer, i + 1, Integer.toString(i)));
        }
        double refused = refused();
        CompletableFuture<Void> held = CompletableFuture.runAsync(
                () -> intake.receive(channel, message(customer, cap + 1, Integer.toString(cap))));
        Awaitility.await("the message that finds the queue full, tried again")
                .atMost(Duration.ofSeconds(60))
                .until(() -> refused() >= refused + 2);

        assertThat(held).isNotDone();
        assertThat(parked()).singleElement().extracting(ParkedKey::waiting).isEqualTo((long) cap);
        intake.receive(channel, message(neighbour, 1, "others pass"));
        assertThat(channel.textsOf(workspace)).containsExactly("others pass");

        channel.reset();
        WorkspaceContext.run(workspace, () -> replay.replay(channel.name(), MessageKey.customer(workspace, customer)));
        held.get(60, TimeUnit.SECONDS);

        assertThat(channel.textsOf(workspace))
                .hasSize(cap + 2)
                .endsWith(Integer.toString(cap - 1), Integer.toString(cap));
        assertThat(parked()).isEmpty();
    }

    private double counted(String what) {
        return value("minori.inbox.sequence", "what", what);
    }

    private double refused() {
        return value("minori.inbox.held", "why", "full");
    }

    private double value(String meter, String tag, String is) {
        return Optional.ofNullable(meters.find(meter)
                        .tag("channel", channel.name())
                        .tag(tag, is)
                        .counter())
                .map(Counter::count)
                .orElse(0.0);
    }

    private List<ParkedKey> parked() {
        return WorkspaceContext.call(workspace, () -> parking.list(10));
    }

    private ReceivedMessage message(UUID customerId, long sequence, String text) {
        return AlertMessages.received(workspace, customerId, sequence, text);
    }
}
