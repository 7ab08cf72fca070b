package dev.minori.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.testing.Tokens;
import dev.minori.sync.testing.SourceSystems;
import dev.minori.sync.testing.Workbench;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Survey answers from kintone find their customers, who come from Salesforce, whichever arrives first. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "sync"))
@QuarkusTestResource(SourceSystems.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KintoneThreadComponentTest {
    private static final UUID KINTONE = UUID.fromString("0190a000-0000-7000-8000-00000000c102");
    private static final UUID SALESFORCE = UUID.fromString("0190a000-0000-7000-8000-00000000c101");
    private static final UUID ANSWERS = UUID.fromString("0190a000-0000-7000-8000-00000000d102");
    private static final UUID ACCOUNTS = UUID.fromString("0190a000-0000-7000-8000-00000000d101");
    private static final Workbench BENCH = new Workbench(Tokens.AOZORA);

    @ConfigProperty(name = "test.salesforce.url")
    String salesforce;

    @ConfigProperty(name = "test.kintone.url")
    String kintone;

    @Test
    @Order(1)
    void answersWaitWhileTheirCustomersAreUnknown() {
        BENCH.createWorkspace("あおぞら商事");
        BENCH.connectKintone(KINTONE, kintone);
        JsonPath verdict =
                BENCH.admin().post("/api/v1/connections/" + KINTONE + "/test").jsonPath();
        assertThat(verdict.getBoolean("usable")).as(verdict.prettify()).isTrue();
        BENCH.publish(ANSWERS, "kintone-survey-response.yaml");

        JsonPath run = BENCH.firstRun(ANSWERS);

        assertThat(run.getLong("counts.read")).isPositive();
        assertThat(run.getLong("counts.rejected")).isEqualTo(run.getLong("counts.read"));
    }

    @Test
    @Order(2)
    void theyAreTakenInByThemselvesWhenTheCustomersArrive() {
        BENCH.connectSalesforce(SALESFORCE, salesforce, "minori-demo");
        BENCH.publish(ACCOUNTS, "salesforce-account.yaml");
        JsonPath run = BENCH.firstRun(ACCOUNTS);

        assertThat(run.getLong("counts.added")).isEqualTo(300);
        assertThat(run.getLong("released"))
                .as("answers that became facts in this run, which is none of their own")
                .isEqualTo(Workbench.factsToldBy(run.getString("id")).size() - 300);
        JsonPath waiting = BENCH.admin()
                .get("/api/v1/quarantine?reason=customer-not-found&mappingId=" + ANSWERS)
                .jsonPath();
        assertThat(waiting.getList("items.sample", String.class))
                .as("only answers that name no customer at all still wait")
                .allMatch(code -> code.equals("C-99999"));
    }

    @Test
    @Order(3)
    void anEditAndADeletionAreNoticed() {
        JsonPath records = RestAssured.given()
                .header("X-Cybozu-API-Token", "demo-token-all")
                .queryParam("app", 2)
                .queryParam("query", "order by $id asc limit 2")
                .get(kintone + "/k/v1/records.json")
                .jsonPath();
        String edited = records.getString("records[0].'$id'.value");
        String deleted = records.getString("records[1].'$id'.value");
        RestAssured.given()
                .header("X-Cybozu-API-Token", "demo-token-all")
                .contentType(ContentType.JSON)
                .body(Map.of("app", 2, "id", edited, "record", Map.of("コメント", Map.of("value", "とても使いやすくなりました。"))))
                .put(kintone + "/k/v1/record.json")
                .then()
                .statusCode(200);
        RestAssured.given()
                .header("X-Cybozu-API-Token", "demo-token-all")
                .contentType(ContentType.JSON)
                .body(Map.of("app", 2, "ids", List.of(deleted)))
                .delete(kintone + "/k/v1/records.json")
                .then()
                .statusCode(200);

        JsonPath incremental = BENCH.run(ANSWERS, "incremental");
        assertThat(incremental.getLong("counts.changed"))
                .as(incremental.prettify())
                .isEqualTo(1);
        JsonNode fact = Workbench.outbox(incremental.getString("id"))
                .getFirst()
                .path("event")
                .path("facts")
                .get(0);
        assertThat(fact.path("values").path("comment").asText()).isEqualTo("とても使いやすくなりました。");

        JsonPath full = BENCH.run(ANSWERS, "full");
        assertThat(full.getLong("counts.removed")).as(full.prettify()).isEqualTo(1);
    }
}
