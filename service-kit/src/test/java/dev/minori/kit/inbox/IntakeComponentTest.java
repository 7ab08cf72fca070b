package dev.minori.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.events.MessageKey;
import dev.minori.kit.parking.ParkingLot;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.platform.testing.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each message has one effect; what can never be applied parks its key and nobody else. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class IntakeComponentTest {
    private final UUID workspace = UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();
    private final UUID neighbour = UUID.randomUUID();
    private long sequence;

    @Inject
    MessageIntake intake;

    @Inject
    NoteTakingChannel channel;

    @Inject
    ParkingLot parking;

    @Inject
    ParkedReplay replay;

    @Inject
    UnreadableMessages unreadable;

    @BeforeEach
    void forget() {
        channel.reset();
    }

    @Test
    void redeliveryIsHarmless() {
        ReceivedMessage message = message(customer, "一度だけ");
        intake.receive(channel, message);
        intake.receive(channel, message);
        intake.receive(channel, message);

        assertThat(channel.textsOf(workspace)).containsExactly("一度だけ");
    }

    @Test
    void logLinesNameTheCustomerTheMessageConcerns() {
        intake.receive(channel, message(customer, "記録"));
        assertThat(channel.loggedCustomer()).isEqualTo(customer.toString());
    }

    @Test
    void aFailedAttemptLeavesNoTraceAndIsTriedAgain() {
        channel.failTransientlyTimes(3);
        intake.receive(channel, message(customer, "四度目に成功"));

        assertThat(channel.textsOf(workspace)).containsExactly("四度目に成功");
        assertThat(parked()).isEmpty();
    }

    @Test
    void aPoisonMessageParksItsCustomerAndOthersPass() {
        channel.poison("毒");
        intake.receive(channel, message(customer, "前"));
        intake.receive(channel, message(customer, "毒"));
        intake.receive(channel, message(customer, "後1"));
        intake.receive(channel, message(neighbour, "隣"));
        intake.receive(channel, message(customer, "後2"));

        assertThat(channel.textsOf(workspace)).containsExactly("前", "隣");
        assertThat(WorkspaceContext.call(workspace, () -> parking.list(10)))
                .singleElement()
                .satisfies(key -> {
                    assertThat(key.key()).isEqualTo(MessageKey.customer(workspace, customer));
                    assertThat(key.waiting()).isEqualTo(3);
                    assertThat(key.reason()).isEqualTo("poison");
                });
    }

    @Test
    void replayResumesInOrderAndFreesTheKey() {
        channel.poison("毒");
        for (String text : new String[] {"毒", "二", "三"}) {
            intake.receive(channel, message(customer, text));
        }
        ParkedReplay.Outcome stillPoisoned = replayAll();
        assertThat(stillPoisoned.freed()).isFalse();
        assertThat(stillPoisoned.reason()).isEqualTo("poison");

        channel.reset();
        ParkedReplay.Outcome healed = replayAll();
        intake.receive(channel, message(customer, "四"));

        assertThat(healed.freed()).isTrue();
        assertThat(healed.applied()).isEqualTo(3);
        assertThat(channel.textsOf(workspace)).containsExactly("毒", "二", "三", "四");
        assertThat(parked()).isEmpty();
    }

    @Test
    void aRedeliveredParkedMessageWaitsOnce() {
        channel.poison("毒");
        ReceivedMessage poison = message(customer, "毒");
        ReceivedMessage later = message(customer, "後");
        intake.receive(channel, poison);
        intake.receive(channel, later);
        intake.receive(channel, poison);
        intake.receive(channel, later);

        channel.reset();
        assertThat(replayAll().applied()).isEqualTo(2);
        assertThat(channel.textsOf(workspace)).containsExactly("毒", "後");
    }

    @Test
    void aLostConnectionParksNothing() throws Exception {
        channel.killConnectionTimes(2);
        CompletableFuture<Void> receiving =
                CompletableFuture.runAsync(() -> intake.receive(channel, message(customer, "耐える")));
        receiving.get(90, TimeUnit.SECONDS);

        assertThat(channel.textsOf(workspace)).containsExactly("耐える");
        assertThat(parked()).isEmpty();
    }

    @Test
    void anUnknownTypeParksIfItMustBeUnderstoodAndIsSkippedOtherwise() {
        intake.receive(channel, unknownType(customer, false));
        intake.receive(channel, message(customer, "続く"));
        assertThat(channel.textsOf(workspace)).containsExactly("続く");

        intake.receive(channel, unknownType(customer, true));
        intake.receive(channel, message(customer, "待つ"));
        assertThat(channel.textsOf(workspace)).containsExactly("続く");
        assertThat(WorkspaceContext.call(workspace, () -> parking.list(10)))
                .singleElement()
                .satisfies(key -> assertThat(key.reason()).isEqualTo("unknown-type"));
    }

    @Test
    void bytesThatAreNoMessageAreKept() throws Exception {
        String garbage = "{これは封筒ではない";
        intake.receive(
                channel,
                new ReceivedMessage("playbook-events-0@" + workspace, null, garbage.getBytes(StandardCharsets.UTF_8)));

        try (Connection connection = TestPostgres.connectAsSuperuser(
                        ServiceTestResource.database().name());
                ResultSet row = connection
                        .createStatement()
                        .executeQuery(
                                "select payload from unreadable_message where source like '%" + workspace + "'")) {
            assertThat(row.next()).isTrue();
            assertThat(new String(row.getBytes(1), StandardCharsets.UTF_8)).isEqualTo(garbage);
        }
    }

    @Test
    void contentThatCannotBeReadIsNamedByItsPlaceAndNeverQuoted() {
        String json = json(workspace, customer, "件名", true).replace("1970-01-01T00:00:00Z", "山田太郎\\u0000");
        intake.receive(channel, new ReceivedMessage("t-0@1", null, json.getBytes(StandardCharsets.UTF_8)));

        assertThat(WorkspaceContext.call(workspace, () -> parking.list(10)))
                .singleElement()
                .satisfies(key -> {
                    assertThat(key.reason()).isEqualTo("unreadable-content");
                    assertThat(key.detail())
                            .contains("event.openedAt")
                            .doesNotContain("山田")
                            .doesNotContain("\u0000");
                });
        assertThat(replayAll().detail()).contains("event.openedAt").doesNotContain("山田");
    }

    @Test
    void aKeyThatNoColumnTakesIsKeptAsUnreadable() throws Exception {
        String json = json(workspace, customer, "件名", true).replace(customer + "\"", customer + "\\u0000\"");
        intake.receive(channel, new ReceivedMessage("nul-" + workspace, null, json.getBytes(StandardCharsets.UTF_8)));

        assertThat(channel.textsOf(workspace)).isEmpty();
        assertThat(unreadable("nul-" + workspace)).isEqualTo(1);
    }

    @Test
    void unreadableMessagesAreForgottenAfterTwoWeeks() throws Exception {
        for (String source : List.of("old-", "young-")) {
            intake.receive(channel, new ReceivedMessage(source + workspace, null, new byte[] {1, 2, 3}));
        }
        try (Connection connection =
                TestPostgres.connectAsSuperuser(ServiceTestResource.database().name())) {
            connection
                    .createStatement()
                    .execute("update unreadable_message set received_at = now() - interval '15 days' where source ="
                            + " 'old-"
                            + workspace + "'");
        }
        unreadable.forgetOld();

        assertThat(unreadable("old-" + workspace)).isZero();
        assertThat(unreadable("young-" + workspace)).isEqualTo(1);
    }

    private static int unreadable(String source) throws Exception {
        try (Connection connection = TestPostgres.connectAsSuperuser(
                        ServiceTestResource.database().name());
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select count(*) from unreadable_message where source = '" + source + "'")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void aMessageOfAnotherWorkspaceCannotNameOurKey() {
        UUID foreign = UUID.randomUUID();
        String forged = json(foreign, customer, "偽装", true).replace("\"key\":\"" + foreign, "\"key\":\"" + workspace);
        intake.receive(channel, new ReceivedMessage("t-0@1", null, forged.getBytes(StandardCharsets.UTF_8)));

        assertThat(channel.textsOf(workspace)).isEmpty();
        assertThat(channel.textsOf(foreign)).isEmpty();
    }

    @Test
    void twoReplaysAtOnceApplyEachMessageOnce() {
        channel.poison("毒");
        for (String text : new String[] {"毒", "二", "三", "四", "五"}) {
            intake.receive(channel, message(customer, text));
        }
        channel.reset();
        CompletableFuture<Void> one = CompletableFuture.runAsync(this::replayWhatIsParked);
        CompletableFuture<Void> two = CompletableFuture.runAsync(this::replayWhatIsParked);
        Awaitility.await("both replays").until(() -> one.isDone() && two.isDone());

        assertThat(channel.textsOf(workspace)).containsExactly("毒", "二", "三", "四", "五");
    }

    private void replayWhatIsParked() {
        WorkspaceContext.run(workspace, () -> replay.replay(channel.name(), MessageKey.customer(workspace, customer)));
    }

    private ParkedReplay.Outcome replayAll() {
        return WorkspaceContext.call(
                workspace,
                () -> replay.replay(channel.name(), MessageKey.customer(workspace, customer))
                        .orElseThrow());
    }

    private List<?> parked() {
        return WorkspaceContext.call(workspace, () -> parking.list(10));
    }

    private ReceivedMessage message(UUID customerId, String text) {
        return new ReceivedMessage(
                "playbook-events-0@" + sequence,
                null,
                json(workspace, customerId, text, true).getBytes(StandardCharsets.UTF_8));
    }

    private ReceivedMessage unknownType(UUID customerId, boolean mustUnderstand) {
        String json = json(workspace, customerId, "未来", mustUnderstand).replace("alert-opened.v1", "alert-dreamt.v9");
        return new ReceivedMessage("playbook-events-0@" + sequence, null, json.getBytes(StandardCharsets.UTF_8));
    }

    private String json(UUID workspaceId, UUID customerId, String text, boolean mustUnderstand) {
        return AlertMessages.json(workspaceId, customerId, ++sequence, text, mustUnderstand);
    }
}
