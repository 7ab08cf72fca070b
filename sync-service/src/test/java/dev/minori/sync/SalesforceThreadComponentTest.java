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

/** From the simulated org to the outbox, step by step as an integrator would go. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "sync"))
@QuarkusTestResource(SourceSystems.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SalesforceThreadComponentTest {
    private static final UUID CONNECTION = UUID.fromString("0190a000-0000-7000-8000-00000000c001");
    private static final UUID ACCOUNTS = UUID.fromString("0190a000-0000-7000-8000-00000000d001");
    private static final UUID USAGE = UUID.fromString("0190a000-0000-7000-8000-00000000d002");
    private static final UUID CONTRACTS = UUID.fromString("0190a000-0000-7000-8000-00000000d003");
    private static final UUID HANAKO = UUID.fromString("0190a000-0000-7000-8000-00000000e001");
    private static final Workbench BENCH = new Workbench(Tokens.MINORI_DEMO);

    @ConfigProperty(name = "test.salesforce.url")
    String salesforce;

    @Test
    @Order(1)
    void theFirstLoadOfAccountsIsWholeAndSilent() {
        BENCH.createWorkspace("みのりデモ株式会社");
        BENCH.createMember(HANAKO, "hanako", "佐藤花子");
        BENCH.connectSalesforce(CONNECTION, salesforce, "minori-demo");
        JsonPath verdict = BENCH.admin()
                .post("/api/v1/connections/" + CONNECTION + "/test")
                .jsonPath();
        assertThat(verdict.getBoolean("usable")).as(verdict.prettify()).isTrue();

        BENCH.publish(ACCOUNTS, "salesforce-account.yaml");
        JsonPath run = BENCH.firstRun(ACCOUNTS);

        assertThat(run.getLong("counts.added")).isEqualTo(300);
        assertThat(run.getBoolean("firstLoad")).isTrue();
        List<JsonNode> messages = Workbench.outbox(run.getString("id"));
        assertThat(messages).allMatch(message -> message.path("origin").asText().equals("backfill"));
        assertThat(messages.stream()
                        .mapToInt(message -> message.path("event").path("facts").size())
                        .sum())
                .isEqualTo(300);
        assertThat(messages.stream()
                        .flatMap(message ->
                                message.path("event").path("facts").findValuesAsText("ownerMemberId").stream()))
                .as("owners with the member's e-mail address are linked by themselves")
                .contains(HANAKO.toString());
    }

    @Test
    @Order(2)
    void rowsWithoutCustomerWaitInQuarantine() {
        BENCH.publish(USAGE, "salesforce-daily-usage.yaml");
        JsonPath run = BENCH.firstRun(USAGE);

        assertThat(run.getLong("counts.added")).isGreaterThan(10_000);
        assertThat(run.getLong("counts.rejected")).isEqualTo(2);
        JsonPath waiting =
                BENCH.admin().get("/api/v1/quarantine?mappingId=" + USAGE).jsonPath();
        assertThat(waiting.getList("items.reason")).containsExactly("customer-not-found", "customer-not-found");
    }

    @Test
    @Order(3)
    void aContractThatEndsBeforeItStartsIsKeptApartWithItsReason() {
        BENCH.publish(CONTRACTS, "salesforce-contract.yaml");
        JsonPath run = BENCH.firstRun(CONTRACTS);

        assertThat(run.getLong("counts.rejected")).isEqualTo(1);
        JsonPath rejected =
                BENCH.admin().get("/api/v1/quarantine?mappingId=" + CONTRACTS).jsonPath();
        assertThat(rejected.getString("items[0].reason")).isEqualTo("ends-before-start");
        assertThat(rejected.getString("items[0].detail.ja")).isEqualTo("契約終了日が契約開始日より前です。");
    }

    @Test
    @Order(4)
    void aChangeInTheSourceIsToldLiveAndOnce() {
        String token = token();
        String id = RestAssured.given()
                .auth()
                .oauth2(token)
                .queryParam("q", "SELECT Id FROM Account WHERE CustomerCode__c = 'C-00042'")
                .get(salesforce + "/services/data/v62.0/query")
                .jsonPath()
                .getString("records[0].Id");
        RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("Phase__c", "更新"))
                .patch(salesforce + "/services/data/v62.0/sobjects/Account/" + id)
                .then()
                .statusCode(204);

        JsonPath run = BENCH.run(ACCOUNTS, "incremental");

        assertThat(run.getLong("counts.changed")).as(run.prettify()).isEqualTo(1);
        List<JsonNode> messages = Workbench.outbox(run.getString("id"));
        assertThat(messages).hasSize(1);
        assertThat(messages.getFirst().path("origin").asText()).isEqualTo("live");
        JsonNode fact = messages.getFirst().path("event").path("facts").get(0);
        assertThat(fact.path("sourceRecordId").asText()).isEqualTo(id);
        assertThat(fact.path("values").path("phase").asText()).isEqualTo("更新");

        JsonPath again = BENCH.run(ACCOUNTS, "incremental");
        assertThat(again.getLong("counts.changed")).isZero();
        assertThat(Workbench.outbox(again.getString("id"))).isEmpty();
    }

    @Test
    @Order(5)
    void aDeletedRecordIsRemoved() {
        String token = token();
        String id = RestAssured.given()
                .auth()
                .oauth2(token)
                .queryParam("q", "SELECT Id FROM Contract WHERE Status = 'Activated' LIMIT 1")
                .get(salesforce + "/services/data/v62.0/query")
                .jsonPath()
                .getString("records[0].Id");
        RestAssured.given()
                .auth()
                .oauth2(token)
                .delete(salesforce + "/services/data/v62.0/sobjects/Contract/" + id)
                .then()
                .statusCode(204);

        JsonPath run = BENCH.run(CONTRACTS, "incremental");

        assertThat(run.getLong("counts.removed")).as(run.prettify()).isEqualTo(1);
        JsonNode fact = Workbench.outbox(run.getString("id"))
                .getFirst()
                .path("event")
                .path("facts")
                .get(0);
        assertThat(fact.path("removed").asBoolean()).isTrue();
        assertThat(fact.path("sourceRecordId").asText()).isEqualTo(id);
    }

    @Test
    @Order(6)
    void aFullRunFindsNothingNewAndARepublishTellsAllAgainUnderTheSameVersions() {
        JsonPath full = BENCH.run(ACCOUNTS, "full");
        assertThat(full.getLong("counts.unchanged")).as(full.prettify()).isEqualTo(300);

        JsonPath republish = BENCH.run(ACCOUNTS, "republish");
        List<JsonNode> messages = Workbench.outbox(republish.getString("id"));
        assertThat(messages.stream()
                        .mapToInt(message -> message.path("event").path("facts").size())
                        .sum())
                .isEqualTo(300);
        assertThat(messages).allMatch(message -> message.path("origin").asText().equals("backfill"));
    }

    private String token() {
        return RestAssured.given()
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", "minori-demo")
                .formParam("client_secret", "minori-demo-secret")
                .post(salesforce + "/services/oauth2/token")
                .jsonPath()
                .getString("access_token");
    }
}
