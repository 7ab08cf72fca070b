package dev.minori.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.minori.sync.platform.Transactions;
import dev.minori.sync.run.RunQueue;
import dev.minori.sync.run.RunTicket;
import dev.minori.sync.run.Saboteur;
import dev.minori.kit.testing.Inspection;
import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Tampering;
import dev.minori.sync.testing.Tampering.Answer;
import dev.minori.sync.testing.Workbench;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dead workers, a database that goes away, cut and spoiled answers, spent allowances: nothing is lost or done twice. */
@SyncComponentTest
class ResilienceComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final byte[] LIMIT =
            "[{\"message\":\"TotalRequests Limit exceeded.\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]"
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] EMPTY =
            "{\"totalSize\":0,\"done\":true,\"records\":[]}".getBytes(StandardCharsets.UTF_8);

    private final UUID workspace = UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();
    private final UUID accounts = UUID.randomUUID();
    private final UUID usage = UUID.randomUUID();
    private final Workbench bench = new Workbench(workspace);
    private Tampering source;

    @ConfigProperty(name = "test.salesforce.url")
    String salesforce;

    @ConfigProperty(name = "test.simulators.directory")
    String simulators;

    @Inject
    RunQueue queue;

    @Inject
    Transactions transactions;

    @BeforeEach
    void open() {
        source = new Tampering(salesforce);
        bench.createWorkspace("株式会社とまらない");
        bench.connectSalesforce(connection, source.url(), "minori-demo");
    }

    @AfterEach
    void repair() {
        Saboteur.set(_ -> {});
        source.close();
        Inspection.update("delete from run_ticket where workspace_id = ?", workspace);
        Inspection.update("delete from outbox_message where workspace_id = ?", workspace);
    }

    @Test
    void aRunWhoseWorkerDiesGoesOnWhereItStood() {
        loadAccounts();
        AtomicInteger landings = new AtomicInteger();
        Saboteur.set(counts -> {
            if (counts.read() > 0 && landings.incrementAndGet() == 3) {
                throw new Saboteur.Killed();
            }
        });
        bench.publishRecentUsage(usage);
        String run = bench.newestRun(usage);
        await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(() -> landings.get() >= 3);

        await().dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .until(() -> Inspection.update(
                                "update run_ticket set lease_until = now() - interval '1 second'"
                                        + " where run_id = ? and holder is not null",
                                UUID.fromString(run))
                        == 1);
        JsonPath ended = bench.succeeded(run);

        assertThat(source.asked("POST /services/data/v62.0/jobs/query"))
                .as("the job is read on, not made anew")
                .isEqualTo(1);
        assertWholeUsage(ended);
    }

    @Test
    void aRunThatTheStoppingServiceInterruptsIsGivenBackAndGoesOnWhereItStood() {
        loadAccounts();
        AtomicInteger landings = new AtomicInteger();
        AtomicBoolean givenBack = new AtomicBoolean();
        Saboteur.set(counts -> {
            if (counts.read() > 0 && landings.incrementAndGet() == 3) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted as the service does when it stops");
            }
        });
        bench.publishRecentUsage(usage);
        String run = bench.newestRun(usage);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            JsonPath now = bench.admin().get("/api/v1/sync-runs/" + run).jsonPath();
            givenBack.compareAndSet(false, "service-stopped".equals(now.getString("error.code")));
            return List.of("succeeded", "failed").contains(now.getString("state"));
        });

        assertThat(givenBack).isTrue();
        assertWholeUsage(bench.succeeded(run));
    }

    @Test
    void aDatabaseThatGoesAwayIsWaitedForAndNothingFails() {
        loadAccounts();
        AtomicInteger landings = new AtomicInteger();
        AtomicBoolean waited = new AtomicBoolean();
        Saboteur.set(counts -> {
            if (counts.read() > 0) {
                // 25P04 is PostgreSQL's transaction_timeout, 57P01 its shutdown.
                switch (landings.incrementAndGet()) {
                    case 2 -> throw new IllegalStateException(new SQLException("transaction timeout", "25P04"));
                    case 3 -> throw new IllegalStateException(new SQLException("terminating connection", "57P01"));
                    default -> {}
                }
            }
        });
        bench.publishRecentUsage(usage);
        String run = bench.newestRun(usage);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            JsonPath now = bench.admin().get("/api/v1/sync-runs/" + run).jsonPath();
            waited.compareAndSet(false, "temporarily-unavailable".equals(now.getString("error.code")));
            return List.of("succeeded", "failed").contains(now.getString("state"));
        });

        assertThat(waited).isTrue();
        assertWholeUsage(bench.succeeded(run));
    }

    @Test
    void aPageThatIsCutShortIsThrownAwayAndReadAgain() {
        loadAccounts();
        AtomicBoolean cut = new AtomicBoolean();
        source.with((request, answer) -> {
            Answer whole = answer.answer();
            return request.contains("/results") && cut.compareAndSet(false, true)
                    ? new Answer(whole.status(), Arrays.copyOf(whole.body(), whole.body().length * 2 / 3))
                    : whole;
        });
        bench.publishRecentUsage(usage);

        JsonPath run = bench.firstRun(usage);

        assertThat(source.asked("/results")).isGreaterThan(1);
        assertThat(source.asked("POST /services/data/v62.0/jobs/query"))
                .as("only the page is read again")
                .isEqualTo(1);
        assertWholeUsage(run);
    }

    @Test
    void anExpiredSessionIsRenewedOnceInTheMiddleOfARun() {
        loadAccounts();
        long signedIn = source.asked("/oauth2/token");
        AtomicBoolean expired = new AtomicBoolean();
        source.with((request, answer) -> {
            if (request.contains("/results") && expired.compareAndSet(false, true)) {
                Answer refused = new Answer(
                        401,
                        "[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]"
                                .getBytes(StandardCharsets.UTF_8));
                return refused;
            }
            return answer.answer();
        });
        bench.publishRecentUsage(usage);

        assertWholeUsage(bench.firstRun(usage));

        assertThat(source.asked("/oauth2/token")).isEqualTo(signedIn + 1);
    }

    @Test
    void aJwtBearerConnectionReadsLikeAnyOther() throws Exception {
        String key = Files.readString(Path.of(simulators, "jwt-private.pem"));
        bench.admin()
                .body(Map.of(
                        "name",
                        "salesforce-demo",
                        "system",
                        "salesforce",
                        "salesforce",
                        Map.of(
                                "loginUrl",
                                salesforce,
                                "auth",
                                Map.of(
                                        "type", "jwt-bearer",
                                        "clientId", "minori-demo",
                                        "username", "integration@demo.minori-demo.example",
                                        "privateKeyPem", key))))
                .header("If-Match", "\"1\"")
                .put("/api/v1/connections/" + connection)
                .then()
                .statusCode(200);

        JsonPath verdict = bench.admin()
                .post("/api/v1/connections/" + connection + "/test")
                .jsonPath();

        assertThat(verdict.getBoolean("usable")).as(verdict.prettify()).isTrue();
        assertThat(Inspection.texts(
                        "select encode(sealed, 'escape') from connection_secret where connection_id = ?", connection))
                .hasSize(1)
                .noneMatch(box -> box.contains("PRIVATE KEY"));
        loadAccounts();
    }

    @Test
    void aSpentAllowanceStopsEveryCallUntilItResets() throws InterruptedException {
        loadAccounts();
        source.with((request, answer) -> new Answer(403, LIMIT));
        String run = bench.request(accounts, "incremental");
        await().atMost(PATIENCE)
                .until(() -> "source-limit-reached"
                        .equals(bench.admin()
                                .get("/api/v1/sync-runs/" + run)
                                .jsonPath()
                                .getString("error.code")));
        long asked = source.asked("");

        String other = bench.request(accounts, "full");
        bench.admin()
                .get("/api/v1/connections/" + connection + "/objects")
                .then()
                .statusCode(503);
        bench.admin().post("/api/v1/connections/" + connection + "/test").then().statusCode(503);
        await().atMost(PATIENCE)
                .until(() -> "source-limit-reached"
                        .equals(bench.admin()
                                .get("/api/v1/sync-runs/" + other)
                                .jsonPath()
                                .getString("error.code")));

        await("no calls after the refusal")
                .during(Duration.ofMillis(2_500))
                .atMost(PATIENCE)
                .until(() -> source.asked("") == asked);
        assertThat(bench.admin()
                        .get("/api/v1/connections/" + connection)
                        .jsonPath()
                        .getString("blockedUntil"))
                .isNotNull();

        source.with(Tampering.Tamper.NONE);
        Inspection.update("update connection set blocked_until = null, version = version + 1 where id = ?", connection);
        Inspection.update("update run_ticket set not_before = now() where connection_id = ?", connection);
        bench.succeeded(run);
        bench.succeeded(other);
    }

    @Test
    void oneObjectHasOneRunAtATimeAndWhoLostItWritesNothing() throws InterruptedException {
        loadAccounts();
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        source.with((request, answer) -> {
            if (request.contains("/query?")) {
                reached.countDown();
                hold(release);
            }
            return answer.answer();
        });
        String run = bench.request(accounts, "full");
        reached.await();
        String waiting = bench.request(accounts, "incremental");

        assertThat(claim(Instant.now())).as("the object is taken").isEmpty();
        Inspection.update(
                "update run_ticket set not_before = now() + interval '1 day' where run_id = ?",
                UUID.fromString(waiting));
        Optional<RunTicket> taken = claim(Instant.now().plusSeconds(120));
        assertThat(taken).map(RunTicket::runId).contains(UUID.fromString(run));
        source.with(Tampering.Tamper.NONE);
        release.countDown();
        await("who lost it to write nothing")
                .during(Duration.ofMillis(1_500))
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    JsonPath fenced =
                            bench.admin().get("/api/v1/sync-runs/" + run).jsonPath();
                    assertThat(fenced.getString("state")).as(fenced.prettify()).isEqualTo("running");
                    assertThat(fenced.getLong("counts.read")).isZero();
                });

        transactions.run(() -> queue.postpone(taken.orElseThrow(), Instant.now()));
        assertThat(bench.succeeded(run).getLong("counts.read")).isEqualTo(300);
        Inspection.update("update run_ticket set not_before = now() where run_id = ?", UUID.fromString(waiting));
        bench.succeeded(waiting);
    }

    @Test
    void brokenBytesConcernOneRowAndAreKept() {
        AtomicBoolean broken = new AtomicBoolean();
        source.with((request, answer) -> {
            Answer whole = answer.answer();
            if (request.contains("/query?") && request.contains("FROM+Account") && !request.contains("COUNT")) {
                String bytes = new String(whole.body(), StandardCharsets.ISO_8859_1);
                int name = bytes.indexOf("\"Name\":\"\u00e6\u00a0\u00aa");
                if (name >= 0 && broken.compareAndSet(false, true)) {
                    String spoiled = bytes.substring(0, name + 10) + "x" + bytes.substring(name + 11);
                    return new Answer(whole.status(), spoiled.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
            return whole;
        });
        bench.publish(accounts, "salesforce-account.yaml");

        JsonPath run = bench.firstRun(accounts);

        assertThat(broken).isTrue();
        assertThat(run.getLong("counts.read")).isEqualTo(300);
        assertThat(run.getLong("counts.rejected")).as(run.prettify()).isEqualTo(1);
        JsonPath rejected =
                bench.admin().get("/api/v1/quarantine?mappingId=" + accounts).jsonPath();
        assertThat(rejected.getString("items[0].reason")).isEqualTo("unreadable-value");
        assertThat(rejected.getString("items[0].field")).isEqualTo("Name");
        assertThat(Inspection.texts(
                        "select record_id from raw_record where workspace_id = ?"
                                + " and position(convert_to('\\uDCE6\\uDCA0x', 'UTF8') in body) > 0",
                        workspace))
                .as("the bytes that were no text are kept")
                .hasSize(1);
    }

    @Test
    void aSourceThatSuddenlyShowsNothingEndsNobodyUntilSomebodyConfirms() {
        loadAccounts();
        source.with((request, answer) -> request.contains("/query?") && request.contains("FROM+Account")
                ? new Answer(200, EMPTY)
                : answer.answer());

        JsonPath held = bench.run(accounts, "full");

        assertThat(held.getLong("heldRemovals")).as(held.prettify()).isEqualTo(300);
        assertThat(held.getLong("counts.removed")).isZero();
        assertThat(held.getString("error.code")).isEqualTo("removals-held");
        assertThat(Workbench.outbox(held.getString("id"))).isEmpty();

        String confirmed = bench.admin()
                .body(Map.of("mappingId", accounts, "kind", "full", "confirmRemovals", true))
                .post("/api/v1/sync-runs")
                .then()
                .statusCode(202)
                .extract()
                .path("[0].id");
        JsonPath removed = bench.succeeded(confirmed);
        assertThat(removed.getLong("counts.removed")).as(removed.prettify()).isEqualTo(300);
        assertThat(removed.getLong("heldRemovals")).isZero();
    }

    private void loadAccounts() {
        bench.publish(accounts, "salesforce-account.yaml");
        assertThat(bench.firstRun(accounts).getLong("counts.added")).isEqualTo(300);
    }

    private void assertWholeUsage(JsonPath run) {
        long total = run.getLong("counts.read");
        assertThat(total).as(run.prettify()).isGreaterThan(5_000);
        assertThat(run.getLong("counts.rejected")).isEqualTo(2);
        assertThat(run.getLong("counts.added")).as(run.prettify()).isEqualTo(total - 2);
        assertThat(run.getLong("counts.removed")).isZero();
        assertThat(Inspection.texts(
                        "select count(*) from raw_record where workspace_id = ? and object_name = 'DailyUsage__c'"
                                + " and not deleted",
                        workspace))
                .containsExactly(String.valueOf(total));
        assertThat(Workbench.factsToldBy(run.getString("id")))
                .hasSize((int) (total - 2))
                .doesNotHaveDuplicates();
    }

    private Optional<RunTicket> claim(Instant now) {
        return transactions.call(() -> queue.claim(UUID.randomUUID(), now, true));
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
