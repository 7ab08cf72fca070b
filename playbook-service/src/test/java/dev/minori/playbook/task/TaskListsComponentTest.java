package dev.minori.playbook.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.minori.events.Envelope;
import dev.minori.events.NotificationEvent;
import dev.minori.events.NotificationEvent.NotificationRequested;
import dev.minori.playbook.testing.PlaybookComponentTest;
import dev.minori.playbook.testing.Trial;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The inbox: what it filters, sorts, counts and does to many tasks at once. */
@PlaybookComponentTest
class TaskListsComponentTest {
    @Inject
    Trial trial;

    private UUID acorn;
    private UUID birch;

    @BeforeEach
    void customersOfTwo() {
        trial.open();
        acorn = trial.customer("株式会社どんぐり", trial.hanako);
        birch = trial.customer("ＡＢＣしらかば商事", trial.ichiro);
    }

    @Test
    void rowsCarryTheNamesTheyShow() {
        task(acorn, "契約内容の確認", Map.of("priority", "high", "dueOn", "2026-12-01"));

        JsonPath list = list("");
        assertThat(list.getString("items[0].customerName")).isEqualTo("株式会社どんぐり");
        assertThat(list.getString("items[0].ownerName")).isEqualTo("佐藤花子");
        assertThat(list.getString("items[0].priority")).isEqualTo("high");
        assertThat(list.getString("items[0].kind")).isEqualTo("work");
        assertThat(list.getInt("total")).isEqualTo(1);
        assertThat(list.getBoolean("totalIsMinimum")).isFalse();
    }

    @Test
    void filtersNarrowTheListAndItsTotal() {
        UUID team = UUID.randomUUID();
        trial.member(trial.ichiro, "ichiro", "田中一郎", List.of(team));
        String early = task(acorn, "見積もりの送付", Map.of("dueOn", "2026-12-01", "priority", "high"));
        String late = task(acorn, "訪問の日程調整", Map.of("dueOn", "2027-01-15"));
        String others = task(birch, "ＡＰＩ連携の説明", Map.of("dueOn", "2026-12-10", "priority", "low"));

        assertThat(ids("?owner=" + trial.hanako)).containsExactlyInAnyOrder(early, late);
        assertThat(ids("?teamId=" + team)).containsExactly(others);
        assertThat(ids("?teamId=" + UUID.randomUUID())).isEmpty();
        assertThat(ids("?customerId=" + birch)).containsExactly(others);
        assertThat(ids("?dueFrom=2026-12-02&dueTo=2026-12-31")).containsExactly(others);
        assertThat(ids("?priority=high")).containsExactly(early);
        assertThat(ids("?q=api連携")).containsExactly(others);
        assertThat(ids("?q=abcしら")).containsExactly(others);
        assertThat(ids("?q=C-00042")).hasSize(3);
        assertThat(ids("?q=100%")).isEmpty();
        assertThat(list("?owner=" + trial.hanako + "&limit=1").getInt("total")).isEqualTo(2);
        complete(early);
        assertThat(ids("?state=ended")).containsExactly(early);
        assertThat(ids("?state=active&owner=" + trial.hanako)).containsExactly(late);
        assertThat(ids("?dueBefore=2026-12-02")).containsExactly(early);
    }

    @Test
    void ordersGoPageByPageBothWays() {
        String none = task(acorn, "期限なし", Map.of());
        String second = task(birch, "二番目", Map.of("dueOn", "2026-12-02", "priority", "high"));
        String first = task(acorn, "一番目", Map.of("dueOn", "2026-12-01", "priority", "low"));

        assertThat(paged("due")).containsExactly(first, second, none);
        assertThat(paged("-due")).containsExactly(none, second, first);
        assertThat(paged("priority")).containsExactly(second, none, first);
        assertThat(paged("created")).containsExactly(none, second, first);
        assertThat(paged("-created")).containsExactly(first, second, none);
        assertThat(paged("customer")).hasSize(3).last().isIn(second, none, first);
        assertThat(paged("customer"))
                .containsExactlyElementsOf(paged("-customer").reversed());
    }

    @Test
    void aCursorServesItsOwnOrderAndFilterOnly() {
        task(acorn, "一", Map.of());
        task(acorn, "二", Map.of());
        String cursor = list("?sort=due&limit=1").getString("nextCursor");

        get("?sort=due&limit=1&cursor=" + cursor).then().statusCode(200);
        get("?sort=-due&limit=1&cursor=" + cursor).then().statusCode(400).body("type", endsWith("/invalid-cursor"));
        get("?sort=due&q=一&limit=1&cursor=" + cursor).then().statusCode(400);
        get("?sort=size").then().statusCode(400).body("errors[0].pointer", equalTo("query:sort"));
    }

    @Test
    void manyAreDoneAtOnceAndEachHasItsResult() {
        String one = task(acorn, "一", Map.of());
        String two = task(acorn, "二", Map.of());
        String ended = task(birch, "三", Map.of());
        complete(ended);
        String nowhere = UUID.randomUUID().toString();
        Map<String, Object> request =
                Map.of("ids", List.of(one, ended, nowhere, two), "action", "complete", "outcome", "対応済み");

        for (int i = 0; i < 2; i++) {
            trial.as("hanako", "csm")
                    .contentType("application/json")
                    .header("Idempotency-Key", "bulk-" + trial.workspace)
                    .body(request)
                    .post("/api/v1/tasks/bulk")
                    .then()
                    .statusCode(200)
                    .body("done", equalTo(2))
                    .body("results.outcome", equalTo(List.of("done", "conflict", "not-found", "done")))
                    .body("results.id", equalTo(List.of(one, ended, nowhere, two)));
        }
        assertThat(ids("?state=completed")).containsExactlyInAnyOrder(one, two, ended);
    }

    @Test
    void manyChangeHandsAndTheNewOwnerIsTold() {
        String one = task(acorn, "一", Map.of("dueOn", "2026-12-24"));
        String two = task(acorn, "二", Map.of());
        bulk("kanri", "manager", Map.of("ids", List.of(one, two), "action", "assign", "ownerMemberId", trial.ichiro))
                .statusCode(200)
                .body("done", equalTo(2));

        assertThat(ids("?owner=" + trial.ichiro)).containsExactlyInAnyOrder(one, two);
        assertThat(list("?owner=" + trial.ichiro + "&sort=due").getString("items[0].dueOn"))
                .isEqualTo("2026-12-24");
        assertThat(requests("task-assigned"))
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.memberIds()).containsExactly(trial.ichiro));
    }

    @Test
    void bulkRequestsAreChecked() {
        String one = task(acorn, "一", Map.of());
        bulk("hanako", "csm", Map.of("ids", List.of(one), "action", "snooze"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/until"));
        bulk("hanako", "csm", Map.of("ids", List.of(one), "action", "snooze", "until", "2020-01-01T00:00:00Z"))
                .statusCode(409);
        bulk("hanako", "csm", Map.of("ids", List.of(one), "action", "explode")).statusCode(400);
        bulk("hanako", "csm", Map.of("ids", List.of(), "action", "complete")).statusCode(400);
        List<UUID> tooMany = new ArrayList<>();
        for (int i = 0; i <= 200; i++) {
            tooMany.add(UUID.randomUUID());
        }
        bulk("hanako", "csm", Map.of("ids", tooMany, "action", "complete")).statusCode(400);
        bulk("viewer", "viewer", Map.of("ids", List.of(one), "action", "complete"))
                .statusCode(403);
        bulk("hanako", "csm", Map.of("ids", List.of(one), "action", "snooze", "until", "2099-01-01T00:00:00Z"))
                .statusCode(200)
                .body("results[0].outcome", equalTo("done"));
        assertThat(ids("?state=snoozed")).containsExactly(one);
    }

    @Test
    void whatMayNotBeSeenCannotBeDoneEither() {
        Trial closed = trial;
        closed.open("owner-and-team");
        String theirs = task(birch, "よそのタスク", Map.of());

        bulk("hanako", "csm", Map.of("ids", List.of(theirs), "action", "complete"))
                .statusCode(200)
                .body("results[0].outcome", equalTo("not-found"));
        assertThat(trial.as("hanako", "csm")
                        .get("/api/v1/tasks")
                        .then()
                        .extract()
                        .<Integer>path("total"))
                .isZero();
    }

    @Test
    void aQuestionGoesToTheCsmAndTheAnswerComesBack() {
        UUID manager = UUID.randomUUID();
        trial.member(manager, "kanri", "鈴木部長", List.of());
        JsonPath asked = trial.as("kanri", "manager")
                .contentType("application/json")
                .header("Idempotency-Key", "q-" + trial.workspace)
                .body(Map.of("customerId", acorn, "text", "先月から利用が減っています。\n何か聞いていますか。"))
                .post("/api/v1/questions")
                .then()
                .statusCode(200)
                .body("kind", equalTo("question"))
                .body("ownerMemberId", equalTo(trial.hanako.toString()))
                .body("title.ja", equalTo("質問: 先月から利用が減っています。 何か聞いていますか。"))
                .extract()
                .jsonPath();
        String id = asked.getString("id");
        assertThat(asked.getString("dueOn")).isNotNull();
        assertThat(requests("question-asked")).singleElement().satisfies(request -> {
            assertThat(request.memberIds()).containsExactly(trial.hanako);
            assertThat(request.data())
                    .containsEntry("askerName", "鈴木部長")
                    .containsEntry("customerName", "株式会社どんぐり")
                    .containsEntry("taskLink", "/tasks/" + id);
        });

        trial.as("hanako", "csm")
                .contentType("application/json")
                .header("If-Match", "*")
                .body(Map.of())
                .post("/api/v1/tasks/" + id + "/complete")
                .then()
                .statusCode(409);
        trial.as("hanako", "csm")
                .contentType("application/json")
                .body(Map.of("text", "来週、説明会を行います。"))
                .post("/api/v1/questions/" + id + "/answer")
                .then()
                .statusCode(200)
                .body("state", equalTo("completed"))
                .body("outcome", equalTo("来週、説明会を行います。"));
        trial.as("kanri", "manager")
                .get("/api/v1/tasks/" + id + "/comments")
                .then()
                .statusCode(200)
                .body("items[0].body", equalTo("来週、説明会を行います。"))
                .body("items[0].authorName", equalTo("佐藤花子"));
        assertThat(requests("question-answered")).singleElement().satisfies(request -> {
            assertThat(request.memberIds()).containsExactly(manager);
            assertThat(request.data()).containsEntry("answer", "来週、説明会を行います。").containsEntry("answererName", "佐藤花子");
        });
        assertThat(trial.as("kanri", "manager")
                        .get("/api/v1/tasks?writtenByMe=true&kind=question")
                        .then()
                        .extract()
                        .<List<String>>path("items.id"))
                .containsExactly(id);
        trial.as("hanako", "csm")
                .contentType("application/json")
                .body(Map.of("text", "二度目"))
                .post("/api/v1/questions/" + id + "/answer")
                .then()
                .statusCode(409);
    }

    @Test
    void aQuestionNeedsSomebodyToAsk() {
        UUID orphan = trial.customer("株式会社みなしご", null);
        ask(Map.of("customerId", orphan, "text", "誰が見ていますか")).statusCode(400).body("errors[0].pointer", equalTo("/to"));
        ask(Map.of("customerId", orphan, "to", trial.ichiro, "text", "見てもらえますか"))
                .statusCode(200)
                .body("ownerMemberId", equalTo(trial.ichiro.toString()));
        ask(Map.of("customerId", acorn, "to", UUID.randomUUID(), "text", "誰？")).statusCode(400);
        ask(Map.of("customerId", UUID.randomUUID(), "text", "どこ？")).statusCode(404);
        ask(Map.of("customerId", acorn, "text", " ")).statusCode(400);
        String work = task(acorn, "ふつうのタスク", Map.of());
        trial.as("hanako", "csm")
                .contentType("application/json")
                .body(Map.of("text", "回答"))
                .post("/api/v1/questions/" + work + "/answer")
                .then()
                .statusCode(409);
    }

    private io.restassured.response.ValidatableResponse ask(Map<String, Object> body) {
        return trial.as("ops", "cs-ops")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/questions")
                .then();
    }

    private io.restassured.response.ValidatableResponse bulk(String user, String role, Map<String, Object> body) {
        return trial.as(user, role)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/tasks/bulk")
                .then();
    }

    private List<NotificationRequested> requests(String template) {
        return trial.sent("notifications", NotificationEvent.class).stream()
                .map(Envelope::event)
                .filter(NotificationRequested.class::isInstance)
                .map(NotificationRequested.class::cast)
                .filter(request -> request.templateKey().equals(template))
                .toList();
    }

    private List<String> paged(String sort) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = list("?limit=1&sort=" + sort + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            ids.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return ids;
    }

    private List<String> ids(String query) {
        JsonPath list = list(query);
        List<String> ids = list.getList("items.id");
        assertThat(list.getInt("total")).isEqualTo(ids.size());
        return ids;
    }

    private JsonPath list(String query) {
        return get(query).then().statusCode(200).extract().jsonPath();
    }

    private io.restassured.response.Response get(String query) {
        return trial.as("ops", "cs-ops").get("/api/v1/tasks" + query);
    }

    private String task(UUID customer, String title, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("customerId", customer);
        body.put("title", title);
        return trial.as("ops", "cs-ops")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/tasks")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private void complete(String id) {
        trial.as("ops", "cs-ops")
                .contentType("application/json")
                .header("If-Match", "*")
                .body(Map.of())
                .post("/api/v1/tasks/" + id + "/complete")
                .then()
                .statusCode(200);
    }
}
