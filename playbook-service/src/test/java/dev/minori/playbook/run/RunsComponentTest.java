package dev.minori.playbook.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.minori.events.HealthEvent.CustomerProfileChanged;
import dev.minori.events.Origin;
import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.testing.PlaybookComponentTest;
import dev.minori.playbook.testing.Surroundings;
import dev.minori.playbook.testing.Trial;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** Runs on a real database: claims, fences, pauses, versions, entry rules. */
@PlaybookComponentTest
class RunsComponentTest {
    private static final String WAITING = """
            key: patient
            name: 待つだけ
            trigger: {segment: quiet}
            reEntry: %s
            steps:
              - {id: rest, wait: {days: 1}}
              - {id: call, task: {title: "{customer}様へ連絡", dueInBusinessDays: 1}}
            """;

    @Inject
    Trial trial;

    @Inject
    RunStore store;

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Test
    void twoWorkersNeverHoldTheSameRun() throws InterruptedException {
        // This workspace is not in the directory, so the service's own worker does not visit it.
        trial.put("/api/v1/playbooks/patient", WAITING.formatted("never"));
        for (int i = 0; i < 12; i++) {
            trial.enters(trial.customer("株式会社第" + i), "quiet");
        }
        Surroundings.advanceClock(Duration.ofDays(2));

        Set<UUID> mine = new HashSet<>();
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        Thread first = Thread.ofPlatform()
                .start(() -> WorkspaceContext.run(
                        trial.workspace,
                        () -> QuarkusTransaction.requiringNew().run(() -> {
                            ids(store.claim(clock.instant(), "one", 5)).forEach(mine::add);
                            claimed.countDown();
                            await(looked);
                        })));
        await(claimed);
        List<UUID> others = trial.inWorkspace(() -> ids(store.claim(clock.instant(), "two", 20)));
        looked.countDown();
        first.join();

        assertThat(others).doesNotContainAnyElementsOf(mine);
        assertThat(mine).hasSize(5);
        assertThat(others).hasSize(7);
        assertThat(trial.inWorkspace(() -> store.claim(clock.instant(), "three", 20)))
                .as("all are held")
                .isEmpty();
    }

    @Test
    void aRunThatWaitsIsLeftAloneUntilItsTime() {
        // This workspace is not in the directory, so the service's own worker does not visit it.
        trial.put("/api/v1/playbooks/patient", WAITING.formatted("never"));
        Instant entered = clock.instant();
        trial.enters(trial.customer("株式会社まつのき"), "quiet");
        Instant due = entered.plus(Duration.ofDays(1));

        assertThat(claimedAt(due.minusSeconds(1))).isEmpty();
        assertThat(claimedAt(due.plusSeconds(60))).hasSize(1);
    }

    private List<UUID> claimedAt(Instant now) {
        return trial.inWorkspace(() -> ids(store.claim(now, "early riser", 5)));
    }

    @Test
    void pausingHoldsRunsWhereTheyAreAndResumingGoesOn() {
        trial.open();
        trial.put("/api/v1/playbooks/patient", WAITING.formatted("never"));
        UUID customer = trial.customer("株式会社かえで");
        trial.enters(customer, "quiet");
        pause("patient");
        Surroundings.advanceClock(Duration.ofDays(2));
        UUID late = trial.customer("株式会社あとから");
        trial.enters(late, "quiet");

        Awaitility.await()
                .pollDelay(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    assertThat(state(customer)).isEqualTo("waiting");
                    assertThat(state(late)).isEqualTo("waiting");
                });
        String id = trial.as("ops", "cs-ops")
                .get("/api/v1/playbook-runs?customerId=" + customer)
                .path("items[0].id");
        trial.as("ops", "cs-ops").get("/api/v1/playbook-runs/" + id).then().body("waitsFor.ja", containsString("停止中"));

        change("patient", "resume");
        soon().untilAsserted(() -> assertThat(state(customer)).isEqualTo("completed"));
    }

    @Test
    void aRunEndsOnTheVersionItBeganWith() {
        trial.open();
        trial.put("/api/v1/playbooks/patient", WAITING.formatted("never"));
        UUID customer = trial.customer("株式会社しらかば");
        trial.enters(customer, "quiet");
        trial.put("/api/v1/playbooks/patient", """
                key: patient
                name: 新しい版
                trigger: {segment: quiet}
                reEntry: never
                steps:
                  - {id: other, task: {title: 別の作業, dueInBusinessDays: 1}}
                """);
        Surroundings.advanceClock(Duration.ofDays(2));

        soon().untilAsserted(() -> assertThat(state(customer)).isEqualTo("completed"));
        trial.as("ops", "cs-ops")
                .get("/api/v1/tasks?customerId=" + customer)
                .then()
                .body("items", hasSize(1))
                .body("items[0].title.ja", equalTo("株式会社しらかば様へ連絡"));
        trial.as("ops", "cs-ops")
                .get("/api/v1/playbooks/patient/versions")
                .then()
                .body("items", hasSize(2))
                .body("items[0].state", equalTo("published"));
    }

    @Test
    void aVersionThatCannotBeReadStopsItsOwnRunsOnly() {
        trial.open();
        trial.put("/api/v1/playbooks/patient", WAITING.formatted("never"));
        UUID lost = trial.customer("株式会社よめない");
        trial.enters(lost, "quiet");
        trial.put("/api/v1/playbooks/patient", WAITING.formatted("never").replace("days: 1", "days: 2"));
        UUID other = trial.customer("株式会社よめる");
        trial.enters(other, "quiet");
        trial.inWorkspace(() -> database.update(
                "update definition_version set document = 'steps: [' where workspace_id = ? and version = 1",
                trial.workspace));
        Surroundings.advanceClock(Duration.ofDays(3));

        soon().untilAsserted(() -> {
            assertThat(state(lost)).isEqualTo("failed");
            assertThat(state(other)).isEqualTo("completed");
        });
        trial.as("ops", "cs-ops")
                .get("/api/v1/playbook-runs?customerId=" + lost)
                .then()
                .body("items[0].sentence.ja", containsString("このバージョンのプレイブックを読み取れません"))
                .body("items[0].sentence.en", containsString("this version of the playbook cannot be read"));
    }

    @Test
    void whoRanOnceDoesNotRunAgainAndTheAnswerSaysSo() {
        trial.open();
        trial.put("/api/v1/playbooks/patient", WAITING.formatted("never"));
        UUID customer = trial.customer("株式会社すみれ");
        UUID stay = trial.enters(customer, "quiet");
        trial.enters(customer, "quiet");
        assertThat(outcomes(customer)).containsExactly("already-running", "run-started");

        Surroundings.advanceClock(Duration.ofDays(2));
        soon().untilAsserted(() -> assertThat(state(customer)).isEqualTo("completed"));
        trial.leaves(customer, "quiet", stay);
        trial.enters(customer, "quiet");

        assertThat(outcomes(customer)).containsExactly("never-again", "already-running", "run-started");
    }

    @Test
    void aRunIsCancelledByAPersonOrBecauseTheCustomerIsGone() {
        trial.open();
        trial.put("/api/v1/playbooks/patient", WAITING.formatted("afterExit"));
        UUID customer = trial.customer("株式会社もみじ");
        trial.enters(customer, "quiet");
        String id = trial.as("ops", "cs-ops")
                .get("/api/v1/playbook-runs?customerId=" + customer)
                .path("items[0].id");
        trial.as("hanako", "csm")
                .header("If-Match", "*")
                .contentType("application/json")
                .body("{\"reason\":\"先方から連絡があった\"}")
                .post("/api/v1/playbook-runs/" + id + "/cancel")
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"))
                .body("problem", equalTo("先方から連絡があった"));

        trial.enters(customer, "quiet");
        assertThat(state(customer)).isEqualTo("waiting");
        trial.health(
                new CustomerProfileChanged(customer, 1_000, "株式会社もみじ", null, null, null, null, null, List.of(), true),
                Origin.LIVE);
        assertThat(state(customer)).isEqualTo("cancelled");
    }

    private List<String> outcomes(UUID customer) {
        return trial.as("ops", "cs-ops")
                .get("/api/v1/playbooks/patient/explanations?customerId=" + customer)
                .path("outcome");
    }

    private String state(UUID customer) {
        return trial.as("ops", "cs-ops")
                .get("/api/v1/playbook-runs?customerId=" + customer)
                .path("items[0].state");
    }

    private void pause(String key) {
        change(key, "pause");
    }

    private void change(String key, String how) {
        trial.as("ops", "cs-ops")
                .header("If-Match", "*")
                .post("/api/v1/playbooks/" + key + "/" + how)
                .then()
                .statusCode(200);
    }

    private static List<UUID> ids(List<PlaybookRun> runs) {
        return runs.stream().map(PlaybookRun::id).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(250));
    }
}
