package dev.minori.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minori.events.Envelope;
import dev.minori.events.Lane;
import dev.minori.events.MessageKey;
import dev.minori.events.PlaybookEvent;
import dev.minori.events.PlaybookEvent.AlertOpened;
import dev.minori.kit.json.EventJson;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.platform.testing.TestPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is lost, nothing leaves out of order per key, whoever is interrupted. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class OutboxComponentTest {
    private static final UUID WORKSPACE = UUID.randomUUID();

    @Inject
    Outbox outbox;

    @Inject
    OutboxConfig config;

    private final UUID customer = UUID.randomUUID();
    private final RecordingProducer broker = new RecordingProducer();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void emptyTheOutbox() {
        relayUntilEmpty(Lane.LIVE, new RecordingProducer());
        relayUntilEmpty(Lane.BULK, new RecordingProducer());
    }

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void eventsLeaveInOrderWithOneSequencePerKey() {
        inTransaction(() -> outbox.publishAll(IntStream.range(0, 5)
                .mapToObj(i -> OutboxMessage.live(MessageKey.customer(WORKSPACE, customer), alert(customer, "件名" + i)))
                .toList()));
        inTransaction(() ->
                outbox.publish(OutboxMessage.live(MessageKey.customer(WORKSPACE, customer), alert(customer, "件名5"))));

        relayUntilEmpty(broker);

        assertThat(broker.titlesOf(customer)).containsExactly("件名0", "件名1", "件名2", "件名3", "件名4", "件名5");
        assertThat(broker.of(customer)).extracting(Envelope::keySequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void aWriterThatCommitsLateIsNotSkipped() throws Exception {
        UUID slowCustomer = UUID.randomUUID();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        CompletableFuture<Void> slow = writeAndHold(slowCustomer, "遅い", written, mayCommit);
        assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();

        publish(customer, "速い"); // draws a later position and commits first
        relayUntilEmpty(broker);
        assertThat(broker.titlesOf(customer)).containsExactly("速い");

        mayCommit.countDown();
        slow.get(30, TimeUnit.SECONDS);
        relayUntilEmpty(broker);
        assertThat(broker.titlesOf(slowCustomer)).containsExactly("遅い");
    }

    @Test
    void theSecondWriterOfAKeyWaitsForTheFirst() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        CompletableFuture<Void> first = writeAndHold(customer, "先", written, mayCommit);
        assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> publish(customer, "後"), threads);
        Awaitility.await("the second writer waits for a lock").until(OutboxComponentTest::somebodyWaitsForALock);
        relayUntilEmpty(broker);
        assertThat(broker.of(customer)).isEmpty();
        assertThat(second).isNotDone();

        mayCommit.countDown();
        first.get(30, TimeUnit.SECONDS);
        second.get(30, TimeUnit.SECONDS);
        relayUntilEmpty(broker);
        assertThat(broker.titlesOf(customer)).containsExactly("先", "後");
    }

    @Test
    void aLongWritingTransactionInAnotherDatabaseDelaysNothing() throws Exception {
        try (Connection elsewhere = TestPostgres.connectAsSuperuser("postgres")) {
            elsewhere.setAutoCommit(false);
            elsewhere.createStatement().execute("create table if not exists held_open (x int)");
            elsewhere.createStatement().execute("insert into held_open values (1)"); // now it has a transaction id

            publish(customer, "待たない");
            relayUntilEmpty(broker);

            assertThat(broker.titlesOf(customer)).containsExactly("待たない");
            elsewhere.rollback();
        }
    }

    @Test
    void aRelayKilledBetweenSendAndDeleteRepeatsTheSameMessages() {
        publish(customer, "一度だけ効く");
        RecordingProducer killed = new RecordingProducer();
        killed.dieAfterSending = true;
        assertThatThrownBy(() -> relayUntilEmpty(killed)).isInstanceOf(Killed.class);

        relayUntilEmpty(broker);

        assertThat(killed.of(customer)).hasSize(1);
        assertThat(broker.of(customer)).hasSize(1);
        assertThat(broker.of(customer).getFirst().eventId())
                .isEqualTo(killed.of(customer).getFirst().eventId());
    }

    @Test
    void aRelaySurvivesWhateverItsBrokerThrows() throws Exception {
        RecordingProducer moody = new RecordingProducer();
        moody.refusals.set(2);
        LaneRelay relay = new LaneRelay(config, Lane.LIVE, () -> moody, new YieldToLive());
        Thread thread = Thread.ofPlatform().start(relay);
        try {
            publish(customer, "あきらめない");
            Awaitility.await("the third producer sends it")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> relay.sent() == 1);
            assertThat(moody.titlesOf(customer)).containsExactly("あきらめない");
        } finally {
            relay.stop();
            assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
        }
    }

    @Test
    void onlyOneProcessLeadsALane() throws Exception {
        try (LeaderConnection leader =
                LeaderConnection.tryLead(config, Lane.LIVE).orElseThrow()) {
            assertThat(LeaderConnection.tryLead(config, Lane.LIVE)).isEmpty();
            try (LeaderConnection bulk =
                    LeaderConnection.tryLead(config, Lane.BULK).orElseThrow()) {
                assertThat(bulk.read(1)).isEmpty();
            }
            assertThat(leader.read(1)).isEmpty();
        }
        try (LeaderConnection next = LeaderConnection.tryLead(config, Lane.LIVE).orElseThrow()) {
            assertThat(next.read(1)).isEmpty();
        }
    }

    @Test
    void deletingSparesRowsInsideTheRangeThatWereNotSent() throws Exception {
        UUID slowCustomer = UUID.randomUUID();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        publish(customer, "前");
        CompletableFuture<Void> slow = writeAndHold(slowCustomer, "間", written, mayCommit);
        assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
        publish(customer, "後");

        try (LeaderConnection leader =
                LeaderConnection.tryLead(config, Lane.LIVE).orElseThrow()) {
            List<OutboxRow> read = leader.read(10);
            assertThat(read).hasSize(2);
            mayCommit.countDown();
            slow.get(30, TimeUnit.SECONDS); // visible now, its position lies between the two that were read
            leader.delete(read);
        }

        relayUntilEmpty(broker);
        assertThat(broker.titlesOf(slowCustomer)).containsExactly("間");
    }

    @Test
    void withoutATransactionNothingIsPublished() {
        assertThatThrownBy(() -> WorkspaceContext.run(
                        WORKSPACE,
                        () -> outbox.publish(
                                OutboxMessage.live(MessageKey.customer(WORKSPACE, customer), alert(customer, "迷子")))))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void aMessageTooLargeForTheBrokerIsRefusedWhereItIsWritten() {
        String huge = "あ".repeat(Outbox.MAX_PAYLOAD_BYTES / 3);
        assertThatThrownBy(() -> publish(customer, huge)).hasStackTraceContaining("exceeds the limit");
        relayUntilEmpty(broker);
        assertThat(broker.of(customer)).isEmpty();
    }

    private void publish(UUID customerId, String title) {
        inTransaction(() -> outbox.publish(
                OutboxMessage.live(MessageKey.customer(WORKSPACE, customerId), alert(customerId, title))));
    }

    private CompletableFuture<Void> writeAndHold(
            UUID customerId, String title, CountDownLatch written, CountDownLatch mayCommit) {
        return CompletableFuture.runAsync(
                () -> inTransaction(() -> {
                    outbox.publish(
                            OutboxMessage.live(MessageKey.customer(WORKSPACE, customerId), alert(customerId, title)));
                    written.countDown();
                    await(mayCommit);
                }),
                threads);
    }

    /** The relay's own work, on this thread, until the lane is empty. */
    private void relayUntilEmpty(RecordingProducer producer) {
        relayUntilEmpty(Lane.LIVE, producer);
    }

    /** The server notices a moment later that a leader's connection was closed. */
    private LeaderConnection lead(Lane lane) {
        return Awaitility.await("leading " + lane)
                .until(() -> LeaderConnection.tryLead(config, lane), Optional::isPresent)
                .orElseThrow();
    }

    private void relayUntilEmpty(Lane lane, RecordingProducer producer) {
        try (LeaderConnection leader = lead(lane)) {
            LaneRelay relay = new LaneRelay(config, lane, () -> producer, new YieldToLive());
            long sent = 0;
            for (int rows = relay.sendNext(leader, producer); rows > 0; rows = relay.sendNext(leader, producer)) {
                sent += rows;
            }
            assertThat(relay.sent()).isEqualTo(sent);
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean somebodyWaitsForALock() throws java.sql.SQLException {
        try (Connection connection = TestPostgres.connectAsSuperuser("postgres");
                java.sql.ResultSet row = connection
                        .createStatement()
                        .executeQuery("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    private static void inTransaction(Runnable work) {
        WorkspaceContext.run(WORKSPACE, () -> QuarkusTransaction.requiringNew().run(work));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static AlertOpened alert(UUID customerId, String title) {
        return new AlertOpened(
                customerId, UUID.randomUUID(), UUID.randomUUID(), title, Instant.parse("2026-11-22T00:00:00Z"));
    }

    private static final class Killed extends RuntimeException {}

    /** Stands for the broker: keeps what it acknowledged. */
    private static final class RecordingProducer implements RelayProducer {
        private final List<Envelope<PlaybookEvent>> received = new CopyOnWriteArrayList<>();
        private final AtomicInteger refusals = new AtomicInteger();
        private boolean dieAfterSending;

        @Override
        public void send(List<OutboxRow> rows) {
            if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("the call before timed out and must be retried");
            }
            // Other tests of this application leave rows of their own workspaces.
            rows.stream().filter(row -> row.key().startsWith(WORKSPACE + "|")).forEach(row -> received.add(read(row)));
            if (dieAfterSending) {
                throw new Killed();
            }
        }

        List<Envelope<PlaybookEvent>> of(UUID customerId) {
            return received.stream()
                    .filter(envelope -> envelope.event().customerId().equals(customerId))
                    .toList();
        }

        List<String> titlesOf(UUID customerId) {
            return of(customerId).stream()
                    .map(envelope -> ((AlertOpened) envelope.event()).title())
                    .toList();
        }

        @Override
        public void close() {}

        private static Envelope<PlaybookEvent> read(OutboxRow row) {
            try {
                return EventJson.mapper().readValue(row.payload(), EventJson.envelopeOf(PlaybookEvent.class));
            } catch (java.io.IOException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
