package dev.minori.playbook.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.minori.events.Origin;
import dev.minori.kit.sql.Database;
import dev.minori.playbook.testing.PlaybookComponentTest;
import dev.minori.playbook.testing.Trial;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Figures for those who lead; each number opens a list that is as long as it says. */
@PlaybookComponentTest
class FiguresComponentTest {
    @Inject
    Trial trial;

    @Inject
    Database database;

    @Test
    void theLoadOfEachCsmAndTheListsBehindIt() {
        trial.open();
        UUID mine = trial.customer("株式会社はなこ", trial.hanako);
        UUID theirs = trial.customer("株式会社いちろう", trial.ichiro);
        UUID nobodys = trial.customer("株式会社だれも", null);
        task(mine, Map.of("dueOn", "2020-01-06"));
        task(mine, Map.of("dueOn", "2099-01-05"));
        complete(task(mine, Map.of()));
        task(theirs, Map.of());
        task(nobodys, Map.of());
        String old = task(mine, Map.of());
        age(old, 400);

        JsonPath figures = figures("task-figures", "");
        Map<String, Object> hanako = line(figures, trial.hanako.toString());
        assertThat(value(hanako, "open")).isEqualTo(3);
        assertThat(value(hanako, "opened")).isEqualTo(3);
        assertThat(value(hanako, "done")).isEqualTo(1);
        assertThat(value(hanako, "overdue")).isEqualTo(1);
        assertThat(figures.getString("items[0].name.ja")).isEqualTo("佐藤花子");
        assertThat(figures.getDouble("items[0].averageAge.days")).isBetween(133.0, 134.0);
        assertThat(value(line(figures, null), "open")).isEqualTo(1);
        assertThat(figures.getInt("total.open.value")).isEqualTo(5);
        assertThat(figures.getString("comparison")).isNull();
        for (Map<String, Object> line : figures.<Map<String, Object>>getList("items")) {
            everyNumberOpensItsList(line, List.of("open", "opened", "done", "overdue"));
        }
        everyNumberOpensItsList(figures.getMap("total"), List.of("open", "opened", "done", "overdue"));
    }

    @Test
    void aPeriodIsComparedWithTheOneBefore() {
        trial.open();
        UUID customer = trial.customer("株式会社むかし");
        String old = task(customer, Map.of());
        at(old, "2025-10-15T03:00:00Z");
        String older = task(customer, Map.of());
        at(older, "2025-09-30T14:59:59Z"); // 23:59:59 on 30 September in Tokyo.
        String oldest = task(customer, Map.of());
        at(oldest, "2024-10-02T03:00:00Z");

        figuresOf("task-figures", "?from=2025-10-01&to=2025-10-31&compareTo=previous-period")
                .body("comparison.from", equalTo("2025-09-01"))
                .body("comparison.to", equalTo("2025-09-30"))
                .body("items[0].opened.value", equalTo(1))
                .body("items[0].opened.before", equalTo(1))
                .body("items[0].open.value", equalTo(3))
                .body("items[0].open.before", equalTo(2));
        JsonPath year = figures("task-figures", "?from=2025-10-01&to=2025-10-31&compareTo=previous-year");
        assertThat(year.getString("comparison.from")).isEqualTo("2024-10-01");
        assertThat(year.getInt("items[0].opened.before")).isEqualTo(1);
        everyNumberOpensItsList(year.getMap("items[0]"), List.of("open", "opened", "done", "overdue"));
        figuresOf("task-figures", "?from=2025-10-06&to=2025-10-12&compareTo=previous-period")
                .body("comparison.from", equalTo("2025-09-29"))
                .body("comparison.to", equalTo("2025-10-05"));
    }

    @Test
    void alertsByCustomerRuleAndOwner() {
        trial.open().install();
        UUID noisy = trial.customer("株式会社にぎやか", trial.hanako);
        UUID quiet = trial.customer("株式会社しずか", trial.ichiro);
        trial.enters(noisy, "band-fell");
        trial.enters(quiet, "band-fell");
        String alert = trial.as("ops", "cs-ops")
                .get("/api/v1/alerts?customerId=" + quiet)
                .path("items[0].id");
        trial.as("ops", "cs-ops")
                .contentType("application/json")
                .body(Map.of("ids", List.of(alert, UUID.randomUUID()), "action", "close", "reason", "確認済み"))
                .post("/api/v1/alerts/bulk")
                .then()
                .statusCode(200)
                .body("done", equalTo(1))
                .body("results[0].outcome", equalTo("done"))
                .body("results[1].outcome", equalTo("not-found"));

        JsonPath customers = figures("alert-figures", "");
        assertThat(customers.getString("items[0].name.ja")).isEqualTo("株式会社にぎやか");
        assertThat(value(line(customers, quiet.toString()), "done")).isEqualTo(1);
        assertThat(value(line(customers, quiet.toString()), "open")).isZero();
        for (String by : List.of("customer", "rule", "owner")) {
            JsonPath figures = figures("alert-figures", "?by=" + by);
            for (Map<String, Object> line : figures.<Map<String, Object>>getList("items")) {
                everyNumberOpensItsList(line, List.of("open", "opened", "done"));
            }
            everyNumberOpensItsList(figures.getMap("total"), List.of("open", "opened", "done"));
        }
        figuresOf("alert-figures", "?by=rule")
                .body("items[0].opened.value", equalTo(2))
                .body("items[0].overdue", nullValue());
    }

    @Test
    void alertsAreFilteredSortedAndNamed() {
        trial.open().install();
        UUID first = trial.customer("ａｌｐｈａ株式会社", trial.hanako);
        UUID second = trial.customer("べーた株式会社", trial.ichiro);
        trial.enters(first, "band-fell");
        trial.enters(second, "band-fell");
        trial.enters(second, "band-fell", Origin.BACKFILL, Map.of());

        alerts("?q=ALPHA")
                .body("total", equalTo(1))
                .body("items[0].customerName", equalTo("ａｌｐｈａ株式会社"))
                .body("items[0].ownerName", equalTo("佐藤花子"))
                .body("items[0].ruleKey", equalTo("band-fell"))
                .body("items[0].ruleName.ja", equalTo("ヘルス状態の低下"));
        alerts("?owner=" + trial.ichiro).body("items.customerId", equalTo(List.of(second.toString())));
        alerts("?severity=low").body("total", equalTo(0));
        alerts("?sort=opened").body("items[0].customerId", equalTo(first.toString()));
        alerts("?sort=-opened").body("items[0].customerId", equalTo(second.toString()));
        alerts("?sort=severity&limit=1").body("items.size()", equalTo(1)).body("total", equalTo(2));
        trial.as("ops", "cs-ops").get("/api/v1/alerts?sort=loud").then().statusCode(400);
        trial.as("ops", "cs-ops").get("/api/v1/alerts?severity=loud").then().statusCode(400);
    }

    @Test
    void periodsThatAreNoneAreRefused() {
        trial.open();
        for (String query : List.of(
                "?from=2025-10-31&to=2025-10-01",
                "?from=2020-01-01&to=2025-01-01",
                "?from=2999-01-01",
                "?from=gestern")) {
            trial.as("ops", "cs-ops").get("/api/v1/task-figures" + query).then().statusCode(400);
        }
        trial.as("ops", "cs-ops")
                .get("/api/v1/task-figures?compareTo=tomorrow")
                .then()
                .statusCode(400);
    }

    private void everyNumberOpensItsList(Map<String, Object> line, List<String> numbers) {
        for (String number : numbers) {
            @SuppressWarnings("unchecked")
            Map<String, Object> figure = (Map<String, Object>) line.get(number);
            int total = trial.as("ops", "cs-ops")
                    .get((String) figure.get("list"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("total");
            assertThat(total).as("%s behind %s", number, figure.get("list")).isEqualTo(figure.get("value"));
        }
    }

    private static int value(Map<String, Object> line, String number) {
        @SuppressWarnings("unchecked")
        Map<String, Object> figure = (Map<String, Object>) line.get(number);
        return (Integer) figure.get("value");
    }

    private static Map<String, Object> line(JsonPath figures, String id) {
        return figures.<Map<String, Object>>getList("items").stream()
                .filter(line -> java.util.Objects.equals(line.get("id"), id))
                .findFirst()
                .orElseThrow();
    }

    private JsonPath figures(String which, String query) {
        return figuresOf(which, query).extract().jsonPath();
    }

    private io.restassured.response.ValidatableResponse figuresOf(String which, String query) {
        return trial.as("kanri", "manager")
                .get("/api/v1/" + which + query)
                .then()
                .statusCode(200);
    }

    private io.restassured.response.ValidatableResponse alerts(String query) {
        return trial.as("ops", "cs-ops").get("/api/v1/alerts" + query).then().statusCode(200);
    }

    private String task(UUID customer, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("customerId", customer);
        body.put("title", "確認");
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

    private void age(String task, int days) {
        trial.inWorkspace(() -> database.update(
                "update cs_task set created_at = created_at - ? * interval '1 day' where workspace_id = ? and id = ?",
                days,
                trial.workspace,
                UUID.fromString(task)));
    }

    private void at(String task, String instant) {
        trial.inWorkspace(() -> database.update(
                "update cs_task set created_at = ? where workspace_id = ? and id = ?",
                java.time.Instant.parse(instant),
                trial.workspace,
                UUID.fromString(task)));
    }
}
