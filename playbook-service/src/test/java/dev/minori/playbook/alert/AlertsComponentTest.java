package dev.minori.playbook.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.minori.events.NotificationEvent;
import dev.minori.playbook.testing.PlaybookComponentTest;
import dev.minori.playbook.testing.Surroundings;
import dev.minori.playbook.testing.Trial;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Alerts are episodes with occurrences; rules answer why and why not. */
@PlaybookComponentTest
class AlertsComponentTest {
    @Inject
    Trial trial;

    @Inject
    Clock clock;

    @Test
    void anAlertClosesWithItsCauseReopensQuietlyAndBeginsANewEpisodeAfterTheCoolDown() {
        trial.open().install();
        UUID customer = trial.customer("株式会社つくし");
        UUID first = trial.enters(customer, "band-fell");
        assertThat(mails()).isEqualTo(1);

        trial.leaves(customer, "band-fell", first);
        alerts(customer)
                .then()
                .body("items.state", contains("closed"))
                .body("items[0].closeReason", equalTo("cause-gone"));

        UUID second = trial.enters(customer, "band-fell");
        alerts(customer)
                .then()
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("open"))
                .body("items[0].occurrences", equalTo(2));
        assertThat(mails()).as("nobody is told again within the cool-down").isEqualTo(1);

        trial.leaves(customer, "band-fell", second);
        Surroundings.advanceClock(Duration.ofDays(4));
        trial.enters(customer, "band-fell");
        alerts(customer).then().body("items.episode", contains(2, 1)).body("items.state", contains("open", "closed"));
        assertThat(mails()).isGreaterThanOrEqualTo(2);
        assertThat(outcomes(customer)).containsExactly("alert-opened", "reopened-quietly", "alert-opened");
    }

    @Test
    void theSameSignWhileTheAlertIsOpenIsAnOccurrence() {
        trial.open().install();
        UUID customer = trial.customer("株式会社あさひ");
        UUID first = trial.enters(customer, "band-fell");
        UUID second = trial.enters(customer, "band-fell");

        alerts(customer).then().body("items", hasSize(1)).body("items[0].occurrences", equalTo(2));
        String id = alerts(customer).path("items[0].id");
        trial.leaves(customer, "band-fell", first);
        alerts(customer).then().body("items[0].state", equalTo("open"));
        trial.leaves(customer, "band-fell", second);
        alerts(customer).then().body("items[0].state", equalTo("closed"));
        trial.as("hanako", "csm")
                .get("/api/v1/alerts/" + id)
                .then()
                .body("occurrences", hasSize(2))
                .body("notices", hasSize(1));
    }

    @Test
    void aPausedRuleOpensNothingAndSaysSo() {
        trial.open().install();
        trial.as("ops", "cs-ops")
                .header("If-Match", "*")
                .post("/api/v1/alert-rules/band-fell/pause")
                .then()
                .statusCode(200)
                .body("paused", equalTo(true));
        UUID customer = trial.customer("株式会社いちょう");
        assertThat(outcomes(customer)).containsExactly("never-entered");

        trial.enters(customer, "band-fell");

        alerts(customer).then().body("items", hasSize(0));
        assertThat(outcomes(customer)).containsExactly("rule-paused");
    }

    @Test
    void aCustomerWithoutOwnerGetsAnAlertThatNobodyIsToldOf() {
        trial.open().install();
        UUID customer = trial.customer("株式会社担当なし", null);
        trial.enters(customer, "band-fell");

        alerts(customer).then().body("items", hasSize(1));
        assertThat(mails()).isZero();
        assertThat(trial.parked()).isZero();
    }

    @Test
    void aPersonClosesAnAlertOnce() {
        trial.open().install();
        UUID customer = trial.customer("株式会社けやき");
        trial.enters(customer, "band-fell");
        String id = alerts(customer).path("items[0].id");
        close(id, "\"7\"").then().statusCode(412);
        close(id, "\"1\"")
                .then()
                .statusCode(200)
                .body("closedBy", equalTo(trial.hanako.toString()))
                .body("closeReason", equalTo("電話で確認済み"));
        close(id, "\"2\"").then().statusCode(409);
    }

    @Test
    void aSnoozedAlertIsOutOfSightUntilItsTimeOrUntilItsSignAppearsAgain() {
        trial.open().install();
        UUID customer = trial.customer("株式会社ひるね");
        trial.enters(customer, "band-fell");
        String id = alerts(customer).path("items[0].id");
        Instant until = clock.instant().plus(Duration.ofHours(6));
        act(id, "snooze", "\"1\"", Map.of("until", clock.instant().toString()))
                .then()
                .statusCode(409);
        act(id, "snooze", "\"1\"", Map.of("until", until.toString()))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("open"))
                .body("snoozedUntil", notNullValue());
        open(customer, false).then().body("items", hasSize(0)).body("total", equalTo(0));
        open(customer, true).then().body("items.id", contains(id));

        act(id, "wake", "\"2\"", Map.of()).then().statusCode(200).body("snoozedUntil", nullValue());
        open(customer, false).then().body("items.id", contains(id));

        act(id, "snooze", "\"3\"", Map.of("until", until.toString())).then().statusCode(200);
        trial.enters(customer, "band-fell");
        open(customer, false).then().body("items.id", contains(id)).body("items[0].occurrences", equalTo(2));

        act(id, "snooze", "*", Map.of("until", until.toString())).then().statusCode(200);
        Surroundings.advanceClock(Duration.ofHours(7));
        open(customer, false).then().body("items.id", contains(id));
        close(id, "*").then().statusCode(200);
        act(id, "snooze", "*", Map.of("until", until.plus(Duration.ofDays(1)).toString()))
                .then()
                .statusCode(409);
    }

    @Test
    void peopleTalkAboutAnAlert() {
        trial.open().install();
        UUID customer = trial.customer("株式会社はなしあい");
        trial.enters(customer, "band-fell");
        String id = alerts(customer).path("items[0].id");

        for (int i = 0; i < 2; i++) {
            trial.as("hanako", "csm")
                    .header("Idempotency-Key", "talk-" + id)
                    .contentType("application/json")
                    .body(Map.of("body", "先方の担当が交代した"))
                    .post("/api/v1/alerts/" + id + "/comments")
                    .then()
                    .statusCode(200);
        }

        trial.as("viewer", "viewer")
                .get("/api/v1/alerts/" + id + "/comments")
                .then()
                .body("items.body", contains("先方の担当が交代した"))
                .body("items.authorName", contains("佐藤花子"));
        trial.as("viewer", "viewer")
                .contentType("application/json")
                .body(Map.of("body", "書けない"))
                .post("/api/v1/alerts/" + id + "/comments")
                .then()
                .statusCode(403);
    }

    private Response act(String id, String action, String ifMatch, Map<String, String> body) {
        return trial.as("hanako", "csm")
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/alerts/" + id + "/" + action);
    }

    private Response open(UUID customer, boolean snoozed) {
        return trial.as("hanako", "csm").get("/api/v1/alerts?open=true&customerId=" + customer + "&snoozed=" + snoozed);
    }

    private Response close(String id, String ifMatch) {
        return trial.as("hanako", "csm")
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body("{\"reason\":\"電話で確認済み\"}")
                .post("/api/v1/alerts/" + id + "/close");
    }

    private List<String> outcomes(UUID customer) {
        return trial.as("ops", "cs-ops")
                .get("/api/v1/alert-rules/band-fell/explanations?customerId=" + customer)
                .path("outcome");
    }

    private Response alerts(UUID customer) {
        return trial.as("ops", "cs-ops").get("/api/v1/alerts?customerId=" + customer);
    }

    private long mails() {
        return trial.sent("notifications", NotificationEvent.class).stream()
                .map(sent -> sent.event())
                .filter(NotificationEvent.NotificationRequested.class::isInstance)
                .map(NotificationEvent.NotificationRequested.class::cast)
                .filter(asked -> asked.templateKey().equals("alert-opened"))
                .count();
    }
}
