package dev.minori.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.minori.kit.testing.Inspection;
import dev.minori.sync.platform.Transactions;
import dev.minori.sync.run.RunQueue;
import dev.minori.sync.run.RunTicket;
import dev.minori.sync.run.Saboteur;
import dev.minori.sync.testing.SpoiledSourceTrial;
import dev.minori.sync.testing.SyncComponentTest;
import dev.minori.sync.testing.Tampering;
import dev.minori.sync.testing.Tampering.Answer;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Dead workers, a database that goes away, spent allowances, two runs for one object: nothing is lost or done twice. */
@SyncComponentTest
class ResilienceComponentTest extends SpoiledSourceTrial {
    private static final byte[] LIMIT =
            "[{\"message\":\"TotalRequests Limit exceeded.\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]"
                    .getBytes(StandardCharsets.UTF_8);

    @Inject
    RunQueue queue;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

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
        Saboteur.set(counts -> {
            if (counts.read() > 0 && landings.incrementAndGet() == 3) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted as the service does when it stops");
            }
        });
        bench.publishRecentUsage(usage);
        String run = bench.newestRun(usage);

        assertWholeUsage(bench.succeeded(run));
        assertThat(Saboteur.waits(run)).containsExactly("service-stopped");
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

        assertThat(claim(clock.instant())).as("the object is taken").isEmpty();
        Inspection.update(
                "update run_ticket set not_before = now() + interval '1 day' where run_id = ?",
                UUID.fromString(waiting));
        Optional<RunTicket> taken = claim(clock.instant().plusSeconds(120));
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

        transactions.run(() -> queue.postpone(taken.orElseThrow(), clock.instant()));
        assertThat(bench.succeeded(run).getLong("counts.read")).isEqualTo(300);
        Inspection.update("update run_ticket set not_before = now() where run_id = ?", UUID.fromString(waiting));
        bench.succeeded(waiting);
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
