package dev.minori.playbook.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.minori.kit.change.ChangeStreams;
import dev.minori.kit.testing.Follower;
import dev.minori.kit.testing.Tokens;
import dev.minori.playbook.testing.PlaybookComponentTest;
import dev.minori.playbook.testing.Trial;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Screens are told what changed, over real HTTP, and only what they may see. */
@PlaybookComponentTest
class ChangesComponentTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Inject
    Trial trial;

    @Test
    void alertsTasksAndRunsAreToldAsTheyHappen() {
        trial.open().install();
        UUID customer = trial.customer("株式会社こもれび");
        try (Follower follower = follow("hanako", "csm")) {
            await().atMost(LONG).until(() -> follower.heard("ready"));
            assertThat(follower.header("Content-Type")).startsWith("text/event-stream");
            assertThat(follower.header("X-Accel-Buffering")).isEqualTo("no");
            trial.enters(customer, "band-fell");
            String task = task(customer);
            trial.as("hanako", "csm")
                    .contentType("application/json")
                    .header("If-Match", "*")
                    .body(Map.of("outcome", "お電話しました"))
                    .post("/api/v1/tasks/" + task + "/complete")
                    .then()
                    .statusCode(200);

            await().atMost(LONG).untilAsserted(() -> {
                assertThat(follower.changes("alert"))
                        .anySatisfy(data -> assertThat(data).contains(customer.toString()));
                assertThat(follower.changes("task"))
                        .filteredOn(data -> data.contains(task))
                        .hasSize(2)
                        .anySatisfy(data -> assertThat(data).contains("\"version\":2"));
            });
            assertThat(follower.events())
                    .filteredOn(event -> event.name().equals("change"))
                    .allSatisfy(event -> assertThat(event.data()).doesNotContain("こもれび", "お電話"));
        }
    }

    @Test
    void afterABreakNothingIsMissed() {
        trial.open();
        UUID customer = trial.customer("株式会社つづき");
        String mark;
        String before;
        try (Follower follower = follow("hanako", "csm")) {
            await().atMost(LONG).until(() -> follower.heard("ready"));
            before = task(customer);
            await().atMost(LONG).until(() -> !follower.changes("task").isEmpty());
            mark = follower.lastId();
        }
        String during = task(customer);
        try (Follower again = new Follower(RestAssured.port, token("hanako", "csm"), mark)) {
            await().atMost(LONG).until(() -> !again.changes("task").isEmpty());
            String after = task(customer);
            await().atMost(LONG).until(() -> again.changes("task").size() == 2);

            assertThat(again.changes("task").getFirst()).contains(during);
            assertThat(again.changes("task").getLast()).contains(after);
            assertThat(again.changes("task")).noneMatch(data -> data.contains(before));
            assertThat(again.heard("reset")).isFalse();
        }
    }

    @Test
    void aMarkNobodyKnowsMeansReadAllAgain() {
        trial.open();
        for (String mark : List.of("42", "1~5:5:", "9999999999~900000000000:900000000000:")) {
            try (Follower follower = new Follower(RestAssured.port, token("hanako", "csm"), mark)) {
                await(mark).atMost(LONG).until(() -> follower.heard("reset"));
            }
        }
    }

    @Test
    void customersOfOthersAndOtherWorkspacesAreNotTold() {
        trial.open("owner-and-team");
        UUID mine = trial.customer("株式会社わたし", trial.hanako);
        UUID theirs = trial.customer("株式会社よそ", trial.ichiro);
        try (Follower csm = follow("hanako", "csm");
                Follower manager = follow("kanri", "manager");
                Follower stranger =
                        new Follower(RestAssured.port, Tokens.of("aoi", UUID.randomUUID(), "admin"), null)) {
            for (Follower follower : List.of(csm, manager, stranger)) {
                await().atMost(LONG).until(() -> follower.heard("ready"));
            }
            String hidden = task(theirs);
            String shown = task(mine);
            await().atMost(LONG).until(() -> manager.changes("task").size() == 2);
            await().atMost(LONG).until(() -> !csm.changes("task").isEmpty());

            assertThat(csm.changes("task"))
                    .singleElement()
                    .satisfies(data -> assertThat(data).contains(shown));
            assertThat(csm.changes("task")).noneMatch(data -> data.contains(hidden));
            assertThat(stranger.changes("task")).isEmpty();
        }
    }

    @Test
    void theStreamEndsWithTheToken() {
        trial.open();
        String token = Tokens.sign(
                Map.of("sub", "hanako", "workspace", trial.workspace.toString(), "roles", List.of("csm")),
                Duration.ofSeconds(4));
        try (Follower follower = new Follower(RestAssured.port, token, null)) {
            await().atMost(LONG).until(follower::ended);

            assertThat(follower.events().getLast().name()).isEqualTo("end");
            assertThat(follower.events().getLast().data()).contains("token-expired");
        }
    }

    @Test
    void onePersonHasAFewStreamsOnly() {
        trial.open();
        List<Follower> open = new ArrayList<>();
        try {
            for (int i = 0; i < ChangeStreams.MOST_PER_PERSON; i++) {
                open.add(follow("hanako", "csm"));
                assertThat(open.getLast().status()).isEqualTo(200);
            }
            try (Follower tooMany = follow("hanako", "csm");
                    Follower other = follow("ichiro", "csm")) {
                assertThat(tooMany.status()).isEqualTo(429);
                assertThat(tooMany.header("Content-Type")).contains("problem+json");
                assertThat(other.status()).isEqualTo(200);
            }
            open.removeFirst().close();
            await().atMost(LONG).untilAsserted(() -> {
                try (Follower again = follow("hanako", "csm")) {
                    assertThat(again.status()).isEqualTo(200);
                }
            });
        } finally {
            open.forEach(Follower::close);
        }
    }

    private Follower follow(String user, String role) {
        return new Follower(RestAssured.port, token(user, role), null);
    }

    private String token(String user, String role) {
        return Tokens.of(user, trial.workspace, role);
    }

    private String task(UUID customer) {
        return trial.as("ops", "cs-ops")
                .contentType("application/json")
                .body(Map.of("customerId", customer, "title", "状況を確認する"))
                .post("/api/v1/tasks")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }
}
