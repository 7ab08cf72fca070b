package dev.minori.playbook.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.minori.events.DeliveryEvent;
import dev.minori.events.HealthBand;
import dev.minori.events.HealthEvent;
import dev.minori.events.HealthEvent.SegmentEntered;
import dev.minori.events.HealthEvent.Subject;
import dev.minori.events.NotificationEvent;
import dev.minori.events.NotificationEvent.NotificationRequested;
import dev.minori.events.NotificationEvent.QuotesErased;
import dev.minori.events.Origin;
import dev.minori.events.PlaybookEvent;
import dev.minori.events.fact.Dataset;
import dev.minori.playbook.segment.SegmentStore;
import dev.minori.playbook.testing.PlaybookComponentTest;
import dev.minori.playbook.testing.Surroundings;
import dev.minori.playbook.testing.Trial;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an entry into a segment to alert, task, run and the wish to tell the owner, over HTTP on a real database. */
@PlaybookComponentTest
class SegmentToMailComponentTest {
    @Inject
    Trial trial;

    @Inject
    SegmentStore segments;

    @BeforeEach
    void begin() {
        trial.open().install();
    }

    @Test
    void anEntryOpensAnAlertATaskAndARunAndTellsTheOwnerOnce() {
        UUID customer = trial.customer("株式会社青葉フーズ");
        trial.health(
                new HealthEvent.HealthScoreChanged(
                        customer,
                        UUID.randomUUID(),
                        35.0,
                        HealthBand.AT_RISK,
                        62.0,
                        HealthBand.WATCH,
                        1.0,
                        UUID.randomUUID(),
                        1,
                        Instant.parse("2026-11-22T01:00:00Z"),
                        List.of(new HealthEvent.Reason(
                                "active-users-trend",
                                120.0,
                                58.0,
                                -27.0,
                                "直近28日の利用者数が52%減りました",
                                "Active users fell by 52%"))),
                Origin.LIVE);

        trial.enters(customer, "band-fell");

        trial.as("hanako", "csm")
                .get("/api/v1/alerts?open=true&mine=true")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].title.ja", equalTo("ヘルス状態が下がりました"))
                .body("items[0].severity", equalTo("high"))
                .body("items[0].customerId", equalTo(customer.toString()));
        soon().untilAsserted(() -> trial.as("hanako", "csm")
                .get("/api/v1/tasks?mine=true&state=open")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].title.ja", equalTo("株式会社青葉フーズ様に利用状況を伺う"))
                .body("items[0].origin", equalTo("playbook")));
        trial.as("ops", "cs-ops")
                .get("/api/v1/playbook-runs?customerId=" + customer)
                .then()
                .body("items", hasSize(1))
                .body("items[0].stepId", equalTo("give-time"))
                .body("items[0].state", equalTo("waiting"));
        List<NotificationRequested> asked = asked();
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().memberIds()).containsExactly(trial.hanako);
        assertThat(asked.getFirst().templateKey()).isEqualTo("alert-opened");
        assertThat(asked.getFirst().data())
                .containsEntry("customerName", "株式会社青葉フーズ")
                .containsEntry("title.ja", "ヘルス状態が下がりました")
                .containsEntry("severity.ja", "高")
                .containsEntry("reason.ja", "直近28日の利用者数が52%減りました")
                .containsEntry("customerLink", "/customers/" + customer);
        assertThat(trial.parked()).isZero();
    }

    @Test
    void redeliveryOfTheSameMessageChangesNothing() {
        UUID customer = trial.customer("株式会社北斗印刷");
        UUID eventId = UUID.randomUUID();
        SegmentEntered entered = new SegmentEntered(
                customer,
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                "band-fell",
                new Subject(Dataset.CUSTOMER, customer, null),
                Instant.parse("2026-11-22T01:00:00Z"),
                Map.of());
        trial.health(entered, Origin.LIVE, eventId);
        trial.health(entered, Origin.LIVE, eventId);
        trial.health(entered, Origin.LIVE, UUID.randomUUID());

        assertThat(asked()).hasSize(1);
        trial.as("ops", "cs-ops").get("/api/v1/alerts").then().body("items", hasSize(1));
    }

    @Test
    void theRunWaitsForThreeBusinessDaysAsksAndMails() {
        UUID customer = trial.customer("有限会社さくら製作所");
        Surroundings.scoringAnswers(200, "false");
        trial.enters(customer, "band-fell");
        soon().untilAsserted(() -> assertThat(runState(customer)).isEqualTo("waiting"));

        Surroundings.advanceClock(Duration.ofDays(12));

        soon().untilAsserted(() -> assertThat(runState(customer)).isEqualTo("completed"));
        List<NotificationRequested> asked = asked();
        assertThat(asked)
                .extracting(NotificationRequested::templateKey)
                .containsExactly("alert-opened", "playbook-mail");
        assertThat(asked.getLast().data())
                .containsEntry("title.ja", "利用がまだ戻っていません")
                .containsEntry("playbookName.ja", "利用低下のフォロー");
        assertThat(asked.getLast().data().get("message.ja")).startsWith("有限会社さくら製作所様の利用は");
        String run = runId(customer);
        trial.as("ops", "cs-ops")
                .get("/api/v1/playbook-runs/" + run)
                .then()
                .statusCode(200)
                .body("steps.stepId", contains("contact", "give-time", "usage-back", "escalate"))
                .body("steps[2].answer", equalTo("false"))
                .body("steps[2].evidence.'直近7日の平均'", equalTo("12"))
                .body("notices", hasSize(1))
                .body("notices[0].reached", equalTo("pending"));
        assertThat(trial.sent("playbook-events", PlaybookEvent.class))
                .anyMatch(sent -> sent.event() instanceof PlaybookEvent.PlaybookRunFinished finished
                        && finished.outcome().equals("completed"));

        trial.delivery(new DeliveryEvent.DeliveryChanged(
                customer,
                asked.getLast().requestId(),
                UUID.randomUUID(),
                trial.hanako,
                "email",
                DeliveryEvent.State.DELIVERED,
                1,
                Instant.parse("2026-12-04T01:00:00Z"),
                null));
        trial.as("ops", "cs-ops")
                .get("/api/v1/playbook-runs/" + run)
                .then()
                .body("notices[0].reached", equalTo("reached"));
    }

    @Test
    void aBranchThatCannotBeAskedIsTriedAgainAndSaysWhy() {
        UUID customer = trial.customer("株式会社ひかり物流");
        Surroundings.scoringAnswers(503, "");
        trial.enters(customer, "band-fell");
        soon().untilAsserted(() -> assertThat(runState(customer)).isEqualTo("waiting"));
        Surroundings.advanceClock(Duration.ofDays(12));

        soon().untilAsserted(() -> assertThat(runState(customer)).isEqualTo("retrying"));
        trial.as("ops", "cs-ops")
                .get("/api/v1/playbook-runs/" + runId(customer))
                .then()
                .body("run.problem", containsString("503"))
                .body("waitsFor.ja", containsString("もう一度試します"));

        Surroundings.scoringAnswers(200, "true");
        Surroundings.advanceClock(Duration.ofDays(1));
        soon().untilAsserted(() -> assertThat(runState(customer)).isEqualTo("completed"));
        assertThat(asked()).hasSize(1);
    }

    @Test
    void backfillOpensNothingAndIsListedToBeOpenedByHand() {
        UUID customer = trial.customer("みなと運輸株式会社");
        UUID membership = trial.enters(customer, "band-fell", Origin.BACKFILL, Map.of("band", "AT_RISK"));

        trial.as("ops", "cs-ops").get("/api/v1/alerts").then().body("items", hasSize(0));
        trial.as("ops", "cs-ops").get("/api/v1/playbook-runs").then().body("items", hasSize(0));
        assertThat(asked()).isEmpty();
        trial.as("ops", "cs-ops")
                .get("/api/v1/alert-rules/band-fell/explanations?customerId=" + customer)
                .then()
                .statusCode(200)
                .body("outcome", contains("suppressed-backfill"))
                .body("[0].text.en", containsString("suppressed: backfill"));
        trial.as("ops", "cs-ops")
                .get("/api/v1/alert-rules/band-fell/would-have-fired")
                .then()
                .body("items.membershipId", contains(membership.toString()))
                .body("items.customerName", contains("みなと運輸株式会社"));

        Set<String> opened = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            opened.add(trial.as("ops", "cs-ops")
                    .contentType("application/json")
                    .header("Idempotency-Key", "open-1")
                    .post("/api/v1/alert-rules/band-fell/would-have-fired/" + membership + "/open")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("open"))
                    .body("occurrences", equalTo(1))
                    .extract()
                    .path("id"));
        }

        assertThat(opened).as("once for a key").hasSize(1);
        assertThat(asked()).hasSize(1);
        startByHandOnce(membership);
        trial.as("ops", "cs-ops")
                .get("/api/v1/alert-rules/band-fell/would-have-fired")
                .then()
                .body("items", hasSize(0));
    }

    private void startByHandOnce(UUID membership) {
        Set<String> started = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            started.add(trial.as("ops", "cs-ops")
                    .contentType("application/json")
                    .header("Idempotency-Key", "start-1")
                    .post("/api/v1/playbooks/usage-drop-follow-up/would-have-started/" + membership + "/start")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("id"));
        }
        assertThat(started).as("once for a key").hasSize(1);
        trial.as("ops", "cs-ops")
                .contentType("application/json")
                .post("/api/v1/playbooks/usage-drop-follow-up/would-have-started/" + membership + "/start")
                .then()
                .statusCode(409);
    }

    @Test
    void whatEndedBeforeItsBeginningArrivedFromALoadDoesNotLast() {
        UUID customer = trial.customer("株式会社みずほ工芸");
        UUID membership = UUID.randomUUID();
        trial.leaves(customer, "band-fell", membership);
        trial.health(
                new SegmentEntered(
                        customer,
                        membership,
                        UUID.randomUUID(),
                        1,
                        "band-fell",
                        new Subject(Dataset.CUSTOMER, customer, null),
                        Instant.parse("2026-11-20T00:00:00Z"),
                        Map.of("band", "AT_RISK")),
                Origin.BACKFILL);

        trial.as("ops", "cs-ops")
                .get("/api/v1/alert-rules/band-fell/would-have-fired")
                .then()
                .statusCode(200)
                .body("items.membershipId", not(hasItem(membership.toString())));
        assertThat(trial.parked()).isZero();
        assertThat(enteredAt(membership)).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
    }

    @Test
    void anErasedMessageIsQuotedNowhereAnyMore() {
        UUID customer = trial.customer("株式会社みどり文具");
        UUID message = UUID.randomUUID();
        trial.enters(
                customer,
                "mail-words",
                Origin.LIVE,
                new Subject(Dataset.MESSAGE, message, "ヒミツの見積もり"),
                Map.of("subject", "ヒミツの見積もり", "message.text", "ヒミツの本文です"));
        assertThat(asked().getFirst().quotedFactIds()).containsExactly(message);
        assertThat(asked().getFirst().data()).containsEntry("quote", "ヒミツの本文です");

        trial.health(new HealthEvent.RecordsErased(customer, UUID.randomUUID(), List.of(message)), Origin.LIVE);

        trial.enters(
                customer,
                "mail-words",
                Origin.LIVE,
                new Subject(Dataset.MESSAGE, message, "ヒミツの見積もり"),
                Map.of("subject", "ヒミツの見積もり"));
        String alerts = trial.as("ops", "cs-ops").get("/api/v1/alerts").asString();
        String tasks = trial.as("ops", "cs-ops").get("/api/v1/tasks").asString();
        String answers = trial.as("ops", "cs-ops")
                .get("/api/v1/alert-rules/mail-words/explanations?customerId=" + customer)
                .asString();
        assertThat(alerts + tasks + answers).contains(customer.toString()).doesNotContain("ヒミツ");
        assertThat(trial.sent("notifications", NotificationEvent.class))
                .anyMatch(sent -> sent.event() instanceof QuotesErased erased
                        && erased.factIds().equals(List.of(message)));
    }

    private List<NotificationRequested> asked() {
        return trial.sent("notifications", NotificationEvent.class).stream()
                .map(envelope -> envelope.event())
                .filter(NotificationRequested.class::isInstance)
                .map(NotificationRequested.class::cast)
                .toList();
    }

    private Instant enteredAt(UUID membership) {
        return trial.inWorkspace(() -> segments.find(membership)).orElseThrow().enteredAt();
    }

    private String runState(UUID customer) {
        return trial.as("ops", "cs-ops")
                .get("/api/v1/playbook-runs?customerId=" + customer)
                .path("items[0].state");
    }

    private String runId(UUID customer) {
        return trial.as("ops", "cs-ops")
                .get("/api/v1/playbook-runs?customerId=" + customer)
                .path("items[0].id");
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(250));
    }
}
