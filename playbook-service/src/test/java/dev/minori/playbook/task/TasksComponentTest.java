package dev.minori.playbook.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.minori.events.PlaybookEvent;
import dev.minori.events.PlaybookEvent.TaskCompleted;
import dev.minori.events.PlaybookEvent.TaskOpened;
import dev.minori.playbook.testing.PlaybookComponentTest;
import dev.minori.playbook.testing.Surroundings;
import dev.minori.playbook.testing.Trial;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people do with tasks, over HTTP. */
@PlaybookComponentTest
class TasksComponentTest {
    @Inject
    Trial trial;

    @Inject
    Clock clock;

    @Test
    void aTaskIsCreatedOnceCommentedSnoozedReassignedAndCompleted() {
        trial.open();
        UUID customer = trial.customer("株式会社つばめ精工");
        Map<String, Object> request = Map.of("customerId", customer, "title", "更新の相談をする", "dueOn", "2026-12-01");
        Response first = post("/api/v1/tasks", request, "Idempotency-Key", "key-" + customer);
        Response again = post("/api/v1/tasks", request, "Idempotency-Key", "key-" + customer);
        String id = first.path("id");
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(again.<String>path("id")).isEqualTo(id);
        assertThat(first.<String>path("ownerMemberId")).isEqualTo(trial.hanako.toString());
        post("/api/v1/tasks", Map.of("customerId", customer, "title", "別の内容"), "Idempotency-Key", "key-" + customer)
                .then()
                .statusCode(422);

        post("/api/v1/tasks/" + id + "/comments", Map.of("body", "先方は来週まで不在"), "X", "x")
                .then()
                .statusCode(200)
                .body("authorName", equalTo("佐藤花子"));
        post("/api/v1/tasks/" + id + "/complete", Map.of(), "X", "x").then().statusCode(428);
        post(
                        "/api/v1/tasks/" + id + "/snooze",
                        Map.of(
                                "until",
                                clock.instant().plus(Duration.ofHours(6)).toString()),
                        "If-Match",
                        "\"1\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("snoozed"));
        ids("?state=open").then().body("items.id", not(hasItem(id)));
        Surroundings.advanceClock(Duration.ofHours(7));
        ids("?state=open").then().body("items.id", hasItem(id));
        post("/api/v1/tasks/" + id + "/assign", Map.of("ownerMemberId", trial.ichiro), "If-Match", "\"1\"")
                .then()
                .statusCode(412);
        post("/api/v1/tasks/" + id + "/assign", Map.of("ownerMemberId", trial.ichiro), "If-Match", "\"2\"")
                .then()
                .statusCode(200)
                .body("ownerMemberId", equalTo(trial.ichiro.toString()));
        ids("?mine=true").then().body("items", hasSize(0));
        post("/api/v1/tasks/" + id + "/complete", Map.of("outcome", "訪問の約束ができた"), "If-Match", "\"3\"")
                .then()
                .statusCode(200)
                .body("state", equalTo("completed"))
                .body("endedBy", equalTo(trial.hanako.toString()));
        post("/api/v1/tasks/" + id + "/complete", Map.of(), "If-Match", "\"4\"")
                .then()
                .statusCode(409);
        assertThat(trial.sent("playbook-events", PlaybookEvent.class).stream().map(sent -> sent.event()))
                .hasAtLeastOneElementOfType(TaskOpened.class)
                .hasAtLeastOneElementOfType(TaskCompleted.class)
                .hasSize(2);
    }

    @Test
    void whatEndedOrSleepsCanBeReopenedAndItsDayTakenAway() {
        trial.open();
        UUID customer = trial.customer("株式会社やりなおし");
        String id = create(customer, "見積もりを送る", LocalDate.parse("2026-12-01"));
        post("/api/v1/tasks/" + id + "/reopen", Map.of(), "If-Match", "\"1\"")
                .then()
                .statusCode(409);
        post("/api/v1/tasks/" + id + "/complete", Map.of("outcome", "送った"), "If-Match", "\"1\"")
                .then()
                .statusCode(200);

        post("/api/v1/tasks/" + id + "/reopen", Map.of(), "If-Match", "\"2\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("state", equalTo("open"))
                .body("endedAt", nullValue())
                .body("outcome", nullValue());
        ids("?state=active").then().body("items.id", hasItem(id));
        assertThat(trial.sent("playbook-events", PlaybookEvent.class).stream().map(sent -> sent.event()))
                .as("who follows tasks hears that there is work again")
                .hasExactlyElementsOfTypes(TaskOpened.class, TaskCompleted.class, TaskOpened.class);

        post("/api/v1/tasks/" + id + "/assign", Map.of("ownerMemberId", trial.hanako), "If-Match", "\"3\"")
                .then()
                .statusCode(200)
                .body("dueOn", nullValue());
        post(
                        "/api/v1/tasks/" + id + "/snooze",
                        Map.of(
                                "until",
                                clock.instant().plus(Duration.ofHours(6)).toString()),
                        "If-Match",
                        "\"4\"")
                .then()
                .statusCode(200);
        post("/api/v1/tasks/" + id + "/reopen", Map.of(), "If-Match", "\"5\"")
                .then()
                .statusCode(200)
                .body("snoozedUntil", nullValue());
    }

    @Test
    void overdueTasksAreThoseWhoseLocalDayIsOver() {
        trial.open();
        UUID customer = trial.customer("株式会社まるや商店");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Tokyo"));
        String late = create(customer, "昨日まで", today.minusDays(1));
        create(customer, "今日まで", today);

        ids("?overdue=true").then().body("items.id", contains(late)).body("items.overdue", contains(true));
    }

    @Test
    void pagesFollowEachOtherAndACursorServesNoOtherFilter() {
        trial.open();
        UUID customer = trial.customer("株式会社いろは紙業");
        for (int i = 0; i < 5; i++) {
            create(customer, "作業" + i, null);
        }
        Response page = ids("?limit=3");
        List<String> first = page.path("items.id");
        String cursor = page.path("nextCursor");
        List<String> second = ids("?limit=3&cursor=" + cursor).path("items.id");

        assertThat(first).hasSize(3).doesNotContainAnyElementsOf(second);
        assertThat(second).hasSize(2);
        ids("?limit=3&state=open&cursor=" + cursor).then().statusCode(400);
    }

    @Test
    void whereOnlyOwnerAndTeamSeeACustomerOthersFindNothing() {
        trial.open("owner-and-team");
        UUID customer = trial.customer("株式会社ひみつ研究所", trial.ichiro);
        String id = trial.as("ichiro", "csm")
                .contentType("application/json")
                .body(Map.of("customerId", customer, "title", "社外秘"))
                .post("/api/v1/tasks")
                .path("id");

        trial.as("hanako", "csm").get("/api/v1/tasks").then().body("items", hasSize(0));
        trial.as("hanako", "csm").get("/api/v1/tasks/" + id).then().statusCode(404);
        trial.as("hanako", "csm")
                .header("If-Match", "*")
                .contentType("application/json")
                .body(Map.of("outcome", "勝手に"))
                .post("/api/v1/tasks/" + id + "/complete")
                .then()
                .statusCode(404);
        trial.as("ichiro", "csm").get("/api/v1/tasks").then().body("items", hasSize(1));
        trial.as("kenji", "manager").get("/api/v1/tasks").then().body("items", hasSize(1));
    }

    @Test
    void aViewerReadsOnly() {
        trial.open();
        UUID customer = trial.customer("株式会社やなぎ");
        trial.as("viewer", "viewer").get("/api/v1/tasks").then().statusCode(200);
        trial.as("viewer", "viewer")
                .contentType("application/json")
                .body(Map.of("customerId", customer, "title", "書けない"))
                .post("/api/v1/tasks")
                .then()
                .statusCode(403);
    }

    private String create(UUID customer, String title, LocalDate due) {
        Map<String, Object> request = due == null
                ? Map.of("customerId", customer, "title", title)
                : Map.of("customerId", customer, "title", title, "dueOn", due.toString());
        return post("/api/v1/tasks", request, "X", "x").path("id");
    }

    private Response ids(String query) {
        return trial.as("hanako", "csm").get("/api/v1/tasks" + query);
    }

    private Response post(String path, Map<String, Object> body, String header, String value) {
        return trial.as("hanako", "csm")
                .header(header, value)
                .contentType("application/json")
                .body(body)
                .post(path);
    }
}
