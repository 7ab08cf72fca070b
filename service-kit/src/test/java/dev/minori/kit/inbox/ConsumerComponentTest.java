package dev.minori.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.events.MessageKey;
import dev.minori.kit.parking.ParkedKey;
import dev.minori.kit.parking.ParkingLot;
import dev.minori.kit.testing.Inspection;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.workspace.Trespass;
import dev.minori.kit.workspace.WorkspaceContext;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages on their whole way: a real broker, a consumer's thread, a real database. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
@QuarkusTestResource(BrokerTestResource.class)
class ConsumerComponentTest {
    private static final String REFUSED = "minori.workspace|invalid input syntax for type uuid|no workspace is bound";

    private final UUID workspace = UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();
    private final UUID neighbour = UUID.randomUUID();
    private long sequence;

    @ConfigProperty(name = "minori.kafka.bootstrap")
    String bootstrap;

    @ConfigProperty(name = "minori.topic.prefix")
    String prefix;

    @Inject
    NoteTakingChannel channel;

    @Inject
    ParkingLot parking;

    @Inject
    Trespass trespass;

    @BeforeEach
    void forget() {
        channel.reset();
    }

    @Test
    void whatAnOlderVersionDidNotKnowIsAppliedByItselfAndInOrder() {
        send("playbook-events", customer, fromTheFuture(customer, "未来の一", "alert-dreamt.v9"));
        send("playbook-events", customer, json(customer, "二"));
        send("playbook-events", customer, fromTheFuture(customer, "未来の三", "alert-dreamt.v9"));
        send("playbook-events", neighbour, fromTheFuture(neighbour, "まだ未来", "alert-dreamt.v10"));
        awaitWaiting(customer, 3);
        awaitWaiting(neighbour, 1);
        assertThat(channel.textsOf(workspace)).isEmpty();

        learnTheType();

        await("the replay that nobody asked for")
                .until(() -> parked().stream().noneMatch(key -> key.key().equals(key(customer))));
        send("playbook-events", customer, json(customer, "四"));
        await("the message after the replay")
                .until(() -> channel.textsOf(workspace).contains("四"));

        assertThat(channel.textsOf(workspace)).containsExactly("未来の一", "二", "未来の三", "四");
        assertThat(parked()).singleElement().satisfies(key -> {
            assertThat(key.key()).isEqualTo(key(neighbour));
            assertThat(key.reason()).isEqualTo("unknown-type");
        });
    }

    @Test
    void whatWaitsForAPersonIsNotTriedByItself() {
        channel.poison("毒");
        send("playbook-events", customer, json(customer, "毒"));
        awaitWaiting(customer, 1);
        channel.reset();
        // A key that is released shows that rounds have passed since.
        send("playbook-events", neighbour, fromTheFuture(neighbour, "未来", "alert-dreamt.v9"));
        awaitWaiting(neighbour, 1);
        learnTheType();
        await("a round of replays")
                .until(() -> parked().stream().noneMatch(key -> key.key().equals(key(neighbour))));

        assertThat(parked()).singleElement().extracting(ParkedKey::reason).isEqualTo("poison");
        assertThat(channel.textsOf(workspace)).containsExactly("未来");
    }

    @Test
    void aConsumerThatForgetsTheWorkspaceFailsInEveryWay() throws Exception {
        UUID note = UUID.randomUUID();
        List<Callable<Object>> ways = trespass.ways(note);
        TrialConsumers.OUTCOMES.clear();
        TrialConsumers.WORK.add(ways);
        // The consumer's thread has just served a workspace when it forgets to say for whom it acts.
        send("deliveries", customer, json(customer, "先に正しく"));

        List<Object> outcomes = TrialConsumers.OUTCOMES.poll(60, TimeUnit.SECONDS);

        assertThat(channel.textsOf(workspace)).containsExactly("先に正しく");
        assertThat(outcomes)
                .hasSameSizeAs(ways)
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Throwable.class,
                                failure -> assertThat(root(failure)).hasMessageFindingMatch(REFUSED)));
        assertThat(Inspection.number("select count(*) from note where id = ?", note))
                .isZero();
    }

    @Test
    void aMessageThatNamesNoWorkspaceIsKeptAndWritesNothing() {
        String text = "宛先なし-" + workspace;
        String whole = json(customer, text);
        String named = "\"workspaceId\":\"" + workspace + "\",";
        assertThat(whole).contains(named);
        long before = notes();
        send("playbook-events", customer, whole.replace(named, ""));
        send("playbook-events", customer, whole.replace(named, "\"workspaceId\":null,"));
        send("playbook-events", customer, whole.replace(named, "\"workspaceId\":\"\","));
        send("playbook-events", customer, json(customer, "名のある便"));

        await("the message after them").until(() -> channel.textsOf(workspace).equals(List.of("名のある便")));
        assertThat(Inspection.number(
                        "select count(*) from unreadable_message where convert_from(payload, 'UTF8') like ?",
                        "%" + text + "%"))
                .isEqualTo(3);
        assertThat(parked()).isEmpty();
        assertThat(notes()).isEqualTo(before + 1);
    }

    /** To a version that knows the type its bytes are what {@code alert-opened.v1} is to this one. */
    private void learnTheType() {
        Inspection.update("""
                update parked_message set payload =
                  convert_to(replace(convert_from(payload, 'UTF8'), 'alert-dreamt.v9', 'alert-opened.v1'), 'UTF8')
                where workspace_id = ?
                """, workspace);
    }

    /** A message of a type that this version does not know, and that must be understood. */
    private String fromTheFuture(UUID customerId, String text, String type) {
        return json(customerId, text).replace("alert-opened.v1", type);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(60));
    }

    private long notes() {
        return Inspection.number("select count(*) from note");
    }

    private void awaitWaiting(UUID customerId, int messages) {
        await(messages + " messages behind the parked key")
                .until(() -> parked().stream()
                        .anyMatch(key -> key.key().equals(key(customerId)) && key.waiting() == messages));
    }

    private List<ParkedKey> parked() {
        return WorkspaceContext.call(workspace, () -> parking.list(10));
    }

    private String key(UUID customerId) {
        return MessageKey.customer(workspace, customerId);
    }

    private String json(UUID customerId, String text) {
        return AlertMessages.json(workspace, customerId, ++sequence, text, true);
    }

    private void send(String topic, UUID customerId, String json) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(prefix + topic, key(customerId), json.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
