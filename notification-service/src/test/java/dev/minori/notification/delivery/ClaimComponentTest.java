package dev.minori.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.events.Origin;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.channel.SendOutcome;
import dev.minori.notification.channel.Sender;
import dev.minori.notification.channel.email.SmtpSender;
import dev.minori.notification.testing.NotificationSurroundings;
import dev.minori.notification.testing.Sink;
import dev.minori.notification.testing.Story;
import dev.minori.platform.postgres.ServiceDatabase.Role;
import dev.minori.platform.testing.TestPostgres;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pods that die, stall or race: whatever happens, no delivery is sent twice, and none is lost. */
@QuarkusTest
@QuarkusTestResource(NotificationSurroundings.class)
class ClaimComponentTest {
    private static final String DISPATCH = "dispatch";

    @Inject
    Scheduler scheduler;

    @Inject
    DispatchQueue queue;

    @Inject
    AttemptService attempts;

    @Inject
    SmtpSender smtp;

    @Inject
    @Any
    Instance<Sender> senders;

    @Inject
    Clock clock;

    private Story story;

    @BeforeEach
    void takeOverFromTheSchedule() {
        story = Story.begin();
        scheduler.pause(DISPATCH);
    }

    @AfterEach
    void giveBack() {
        scheduler.resume(DISPATCH);
    }

    @Test
    void killedBetweenTheAnswerAndTheCommitItIsUnconfirmed() throws SQLException {
        UUID requestId = story.request();
        Claim claim = claim(requestId);
        AttemptService.Begun begun = begin(claim);
        assertThat(send(claim, begun)).isInstanceOf(SendOutcome.Accepted.class);
        // Here the process is killed: nobody calls end.

        leaseEnds(claim);
        scheduler.resume(DISPATCH);

        var delivery = story.awaitState(requestId, "unconfirmed");
        assertThat(delivery.getString("reason.code")).isEqualTo("cut-off");
        assertThat(delivery.getList("attemptList.outcome")).containsExactly("unknown");
        assertThat(Sink.mailsTo(story.mailbox)).hasSize(1);
        assertThat(story.news(requestId)).hasSize(1);
    }

    @Test
    void killedBeforeTheHandoverItIsSentOnce() throws SQLException {
        UUID requestId = story.request();
        Claim claim = claim(requestId);
        begin(claim);
        // Here the process is killed: nothing was handed over.

        leaseEnds(claim);
        scheduler.resume(DISPATCH);

        var delivery = story.awaitState(requestId, "delivered");
        assertThat(delivery.getList("attemptList.outcome")).containsExactly("interrupted", "accepted");
        assertThat(Sink.mailsTo(story.mailbox)).hasSize(1);
    }

    @Test
    void aStalledPodThatComesBackSendsNothing() throws SQLException {
        UUID requestId = story.request();
        Claim stalled = claim(requestId);
        AttemptService.Begun begun = begin(stalled);
        leaseEnds(stalled);
        Claim successor = claim(requestId);
        AttemptService.Begun again = begin(successor);

        assertThat(send(stalled, begun)).isEqualTo(new SendOutcome.Withdrawn());
        SendOutcome sent = send(successor, again);
        end(stalled, begun, new SendOutcome.Accepted(250, "a lie of a stalled pod"));
        end(successor, again, sent);

        var delivery = story.delivery(requestId);
        assertThat(delivery.getString("state")).isEqualTo("delivered");
        assertThat(delivery.getList("attemptList.outcome")).containsExactly("interrupted", "accepted");
        assertThat(Sink.mailsTo(story.mailbox)).hasSize(1);
    }

    @Test
    void anAnswerThatComesLateConfirmsTheDelivery() throws SQLException {
        UUID requestId = story.request();
        Claim slow = claim(requestId);
        AttemptService.Begun begun = begin(slow);
        SendOutcome answer = send(slow, begun);
        leaseEnds(slow);
        Claim successor = claim(requestId);
        assertThat(WorkspaceContext.call(story.workspace, () -> attempts.begin(successor)))
                .isEmpty();
        assertThat(story.delivery(requestId).getString("state")).isEqualTo("unconfirmed");

        end(slow, begun, answer);

        assertThat(story.delivery(requestId).getString("state")).isEqualTo("delivered");
        assertThat(Sink.mailsTo(story.mailbox)).hasSize(1);
    }

    @Test
    void twoPodsSendEveryDeliveryOnce() {
        List<UUID> requests = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            requests.add(story.request(UUID.randomUUID(), Origin.LIVE, List.of()));
        }
        awaitOpened(requests.getLast());
        Dispatcher one = new Dispatcher(queue, attempts, senders, clock);
        Dispatcher two = new Dispatcher(queue, attempts, senders, clock);

        await("everything sent").atMost(Duration.ofSeconds(180)).until(() -> {
            Thread first = Thread.ofVirtual().start(one::dispatchDue);
            Thread second = Thread.ofVirtual().start(two::dispatchDue);
            first.join();
            second.join();
            return Sink.mailsTo(story.mailbox).size() >= requests.size()
                    && requests.stream()
                            .allMatch(
                                    id -> story.delivery(id).getString("state").equals("delivered"));
        });

        List<String> messageIds = Sink.mailsTo(story.mailbox).stream()
                .map((JsonNode mail) -> mail.path("messageId").asText())
                .toList();
        assertThat(messageIds).hasSize(requests.size()).doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeWrittenIsTriedWithGrowingPausesAndComesToAnEnd() throws SQLException {
        UUID requestId = story.request();
        awaitOpened(requestId);
        asSuperuser(
                "update template_version set document = regexp_replace(document::text, '\\{\\w+}', '{#nothing}', 'g')"
                        + "::jsonb where workspace_id = '" + story.workspace + "'");
        Dispatcher dispatcher = new Dispatcher(queue, attempts, senders, clock);
        dispatcher.dispatchDue();

        var delivery = story.awaitState(requestId, "retry");
        assertThat(delivery.getString("reason.code")).isEqualTo("own-fault");
        assertThat(delivery.getList("attemptList.outcome")).containsExactly("interrupted");

        asSuperuser(
                "update delivery set retry_since = now() - interval '49 hours' where request_id = '" + requestId + "'");
        asSuperuser("update dispatch_queue set due_at = now() - interval '1 minute' where delivery_id = '"
                + delivery.getString("id") + "'");
        dispatcher.dispatchDue();

        assertThat(story.awaitState(requestId, "failed").getString("reason.code"))
                .isEqualTo("gave-up");
        assertThat(story.news(requestId)).hasSize(1);
    }

    @Test
    void aFaultAfterTheHandoverLeavesTheDeliveryUnconfirmed() {
        UUID requestId = story.request();
        Claim claim = claim(requestId);
        AttemptService.Begun begun = begin(claim);
        assertThat(send(claim, begun)).isInstanceOf(SendOutcome.Accepted.class);

        WorkspaceContext.run(story.workspace, () -> attempts.fault(claim, new IllegalStateException("a bug of ours")));

        var delivery = story.awaitState(requestId, "unconfirmed");
        assertThat(delivery.getString("reason.code")).isEqualTo("cut-off");
        assertThat(delivery.getString("reason.detail"))
                .as("sentences of our own would be in one language")
                .isEmpty();
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection database = TestPostgres.connectAsSuperuser(
                        ServiceTestResource.database().name());
                Statement statement = database.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private void awaitOpened(UUID requestId) {
        await("delivery opened")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(story.delivery(requestId).getString("state")).isIn("pending", "sending"));
    }

    private Claim claim(UUID requestId) {
        awaitOpened(requestId);
        UUID id = UUID.fromString(story.delivery(requestId).getString("id"));
        return queue.claim(1_000, clock.instant().plusSeconds(1), AttemptService.LEASE).stream()
                .filter(claim -> claim.deliveryId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private AttemptService.Begun begin(Claim claim) {
        return WorkspaceContext.call(story.workspace, () -> attempts.begin(claim))
                .orElseThrow();
    }

    private SendOutcome send(Claim claim, AttemptService.Begun begun) {
        return WorkspaceContext.call(
                story.workspace, () -> smtp.send(begun.message(), () -> attempts.handOver(claim, begun.attempt())));
    }

    private void end(Claim claim, AttemptService.Begun begun, SendOutcome outcome) {
        WorkspaceContext.run(story.workspace, () -> attempts.end(claim, begun.attempt(), outcome));
    }

    private static void leaseEnds(Claim claim) throws SQLException {
        try (Connection owner = ServiceTestResource.database().connect(Role.OWNER);
                PreparedStatement update = owner.prepareStatement(
                        "update dispatch_queue set lease_until = now() - interval '1 second' where delivery_id = ?")) {
            update.setObject(1, claim.deliveryId());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
