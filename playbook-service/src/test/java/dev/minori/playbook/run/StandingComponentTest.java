package dev.minori.playbook.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import dev.minori.playbook.testing.PlaybookComponentTest;
import dev.minori.playbook.testing.Trial;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Where each customer stands in a playbook and why, and what the playbook looks like. */
@PlaybookComponentTest
class StandingComponentTest {
    @Inject
    Trial trial;

    @Test
    void aRunSaysWhereItStandsSinceWhenAndWhatComesNext() {
        trial.open().install();
        UUID customer = trial.customer("株式会社あおば");
        trial.enters(customer, "band-fell");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(runs(customer).getString("items[0].state")).isEqualTo("waiting"));

        JsonPath list = runs(customer);
        assertThat(list.getString("items[0].customerName")).isEqualTo("株式会社あおば");
        assertThat(list.getString("items[0].playbookName.ja")).isEqualTo("利用低下のフォロー");
        assertThat(list.getString("items[0].stepTitle.ja")).isEqualTo("3営業日待つ");
        assertThat(list.getString("items[0].sentence.ja"))
                .matches("「3営業日待つ」の途中です。\\d{4}/\\d{2}/\\d{2}（.）\\d{1,2}:\\d{2} に次へ進みます。");
        assertThat(list.getString("items[0].since")).isNotNull();
        assertThat(list.getString("items[0].next[0].stepId")).isEqualTo("usage-back");
        assertThat(list.getString("items[0].next[0].at")).isEqualTo(list.getString("items[0].dueAt"));
        String id = list.getString("items[0].id");
        trial.as("hanako", "csm")
                .get("/api/v1/playbook-runs/" + id)
                .then()
                .statusCode(200)
                .body("waitsFor.en", matchesPattern("Wait 3 business days: goes on at .+\\."))
                .body("steps", hasSize(2))
                .body("steps[0].title.ja", equalTo("タスク「{customer}様に利用状況を伺う」"))
                .body("steps[0].sentence.ja", equalTo("タスクを作成しました。"))
                .body("steps[1].sentence.ja", allOf(containsString("途中です"), containsString("次へ進みます")));
        trial.as("viewer", "viewer")
                .get("/api/v1/playbook-runs/totals?playbookId=" + list.getString("items[0].playbookId"))
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("active", equalTo(1))
                .body("waiting", equalTo(1))
                .body("cancelled", equalTo(0));
        trial.as("ops", "cs-ops").post("/api/v1/playbooks/usage-drop-follow-up/pause");
        trial.as("ops", "cs-ops")
                .contentType("application/json")
                .header("If-Match", "*")
                .body(java.util.Map.of("reason", "お客様から連絡があった"))
                .post("/api/v1/playbook-runs/" + id + "/cancel")
                .then()
                .statusCode(200)
                .body("sentence.ja", containsString("中止されました（お客様から連絡があった）"))
                .body("next", hasSize(0));
        trial.as("viewer", "viewer")
                .get("/api/v1/playbook-runs/totals?customerId=" + customer)
                .then()
                .body("active", equalTo(0))
                .body("cancelled", equalTo(1));
    }

    @Test
    void eachStepOpensTheCustomersThatStandAtIt() {
        trial.open("owner-and-team").install();
        for (UUID owner : List.of(trial.hanako, trial.hanako, trial.ichiro)) {
            trial.enters(trial.customer("株式会社" + owner, owner), "band-fell");
        }
        String playbook = trial.as("kenji", "manager")
                .get("/api/v1/playbooks/usage-drop-follow-up")
                .path("id");
        String standing = "/api/v1/playbook-runs/standing?playbookId=" + playbook;
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(trial.as("kenji", "manager")
                                .get(standing)
                                .jsonPath()
                                .getList("collect { it.stepId + ' ' + it.runs }"))
                        .containsExactly("give-time 3"));

        String list = trial.as("kenji", "manager").get(standing).jsonPath().getString("[0].list");
        JsonPath first = trial.as("kenji", "manager")
                .urlEncodingEnabled(false)
                .get(list + "&limit=2")
                .jsonPath();
        assertThat(first.getList("items.stepId")).containsExactly("give-time", "give-time");
        assertThat(trial.as("kenji", "manager")
                        .urlEncodingEnabled(false)
                        .get(list + "&limit=2&cursor=" + first.getString("nextCursor"))
                        .jsonPath()
                        .getList("items.id"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(first.getList("items.id"));
        trial.as("kenji", "manager")
                .get(list.replace("give-time", "contact"))
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        trial.as("hanako", "csm").get(standing).then().body("[0].runs", equalTo(2));
        trial.as("hanako", "csm").get(list).then().body("items", hasSize(2));
        trial.as("kenji", "manager")
                .get("/api/v1/playbook-runs/standing")
                .then()
                .statusCode(400);
    }

    @Test
    void aPlaybookIsADrawing() {
        trial.open().install();
        JsonPath graph = trial.as("hanako", "csm")
                .get("/api/v1/playbooks/usage-drop-follow-up/graph")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("published", equalTo(true))
                .extract()
                .jsonPath();

        assertThat(graph.getList("nodes.id"))
                .isEqualTo(List.of("$start", "contact", "give-time", "usage-back", "recovered", "escalate", "$end"));
        assertThat(graph.getList("nodes.kind"))
                .isEqualTo(List.of("start", "task", "wait", "branch", "stop", "notify", "end"));
        assertThat(graph.getList("nodes.depth")).isEqualTo(List.of(0, 0, 0, 0, 1, 0, 0));
        assertThat(graph.getString("nodes.find { it.id == 'usage-back' }.detail.ja"))
                .contains("usage.last(days(7))");
        assertThat(edges(graph))
                .containsExactlyInAnyOrder(
                        "$start>contact:null",
                        "contact>give-time:null",
                        "give-time>usage-back:null",
                        "usage-back>recovered:then",
                        "usage-back>escalate:otherwise",
                        "usage-back>escalate:unknown",
                        "recovered>$end:null",
                        "escalate>$end:null");
        trial.as("hanako", "csm")
                .get("/api/v1/playbooks/usage-drop-follow-up/graph?version=9")
                .then()
                .statusCode(404);
    }

    private static List<String> edges(JsonPath graph) {
        return graph.getList("edges.collect { it.from + '>' + it.to + ':' + it.when }");
    }

    private JsonPath runs(UUID customer) {
        return trial.as("hanako", "csm")
                .get("/api/v1/playbook-runs?customerId=" + customer)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
