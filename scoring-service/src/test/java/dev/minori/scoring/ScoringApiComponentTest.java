package dev.minori.scoring;

import static dev.minori.scoring.Callers.as;
import static dev.minori.scoring.Callers.asService;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.minori.events.Origin;
import dev.minori.events.fact.Dataset;
import dev.minori.kit.testing.ServiceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "scoring"),
            @ResourceArg(name = "channels", value = "customer-facts,customer-facts-bulk,workspace-directory")
        })
class ScoringApiComponentTest {
    @Inject
    Story story;

    @AfterEach
    void everythingVisible() {
        TestSurroundings.AsTheTestSays.current = new dev.minori.scoring.customer.Visibility.Everything();
    }

    @Test
    void aScoreIsExplainedDownToItsSourceRecords() {
        UUID workspace = story.workspace();
        UUID customer = story.customer(workspace, "株式会社みのり製作所", Origin.LIVE);
        story.compute(workspace);
        story.usage(workspace, customer, Origin.LIVE, 28, 0, 5);
        story.compute(workspace);

        as(workspace, "csm")
                .get("/api/v1/customers/" + customer + "/health/explanation")
                .then()
                .statusCode(200)
                .body("score.band", equalTo("WATCH"))
                .body("measures.key", hasItem("active-users-trend"))
                .body("measures.find { it.key == 'active-users-trend' }.inputs[0].count", equalTo(28))
                .body("measures.find { it.key == 'active-users-trend' }.inputs[0].records", hasSize(5))
                .body(
                        "measures.find { it.key == 'active-users-trend' }.inputs[0].records[0].source.url",
                        startsWith("https://crm.example/"))
                .body(
                        "measures.find { it.key == 'active-users-trend' }.inputs[0].records[0].source.values.activeUsers",
                        equalTo(5));
        var change = as(workspace, "csm")
                .get("/api/v1/customers/" + customer + "/health/explanation")
                .jsonPath();
        double delta = change.getDouble("change.delta");
        double parts = change.getList("change.parts.delta", Double.class).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(parts).isCloseTo(delta, org.assertj.core.data.Offset.offset(1e-3));
        assertThat(delta).isNegative();
    }

    @Test
    void whatWasKnownThenIsStillToldAfterACorrection() {
        UUID workspace = story.workspace();
        UUID customer = story.customer(workspace, "株式会社みのり製作所", Origin.LIVE);
        story.compute(workspace);
        story.age(workspace);
        String before = story.databaseNow(workspace).minusSeconds(240).toString();
        story.arrive(
                workspace,
                Origin.LIVE,
                Dataset.CUSTOMER,
                story.fact(customer, customer, Story.customer("みのりホールディングス株式会社")));
        story.usage(workspace, customer, Origin.LIVE, 28, 0, 5);
        story.compute(workspace);

        as(workspace, "csm")
                .get("/api/v1/customers/" + customer)
                .then()
                .statusCode(200)
                .body("name", equalTo("みのりホールディングス株式会社"))
                .body("band", equalTo("WATCH"));
        as(workspace, "csm")
                .queryParam("knownAt", before)
                .get("/api/v1/customers/" + customer + "/health")
                .then()
                .statusCode(200)
                .body("band", equalTo("GOOD"));
        as(workspace, "csm")
                .queryParam("knownAt", before)
                .get("/api/v1/customers/" + customer + "/timeline")
                .then()
                .statusCode(200)
                .body("items.findAll { it.dataset == 'customer' }.values.name", contains("株式会社みのり製作所"));
        as(workspace, "csm")
                .get("/api/v1/customers/" + customer + "/health/history")
                .then()
                .statusCode(200)
                .body("items.band", contains("WATCH", "GOOD"));
        as(workspace, "csm")
                .queryParam("knownAt", before)
                .get("/api/v1/customers/" + customer + "/health/history")
                .then()
                .statusCode(200)
                .body("items.band", contains("GOOD"));
        as(workspace, "csm")
                .queryParam("knownAt", before)
                .get("/api/v1/customers/" + customer + "/usage")
                .then()
                .statusCode(200)
                .body("activeUsers", everyItem(equalTo(40)));
    }

    @Test
    void aScorecardWithMistakesIsRefusedAtEachOfThem() {
        UUID workspace = story.workspace();
        String document = """
                key: broken
                name: {ja: だめ, en: Broken}
                rank: 1
                minimumCoverage: 2
                recoveryMargin: 0
                measures:
                  - key: a
                    family: usage
                    label: {ja: あ, en: A}
                    value: usage.sum(u, u.nothing)
                    unit: count
                    polarity: higher-is-better
                    scale: [{value: 0, points: 100}, {value: 10, points: 0}]
                    weight: 1
                    missing: {policy: exclude}
                bands:
                  - {band: AT_RISK, from: 0, to: 40}
                  - {band: GOOD, from: 50, to: 100}
                """;
        as(workspace, "cs-ops")
                .contentType("application/yaml")
                .body(document)
                .put("/api/v1/scorecards/broken")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("/minimumCoverage"))
                .body("errors.pointer", hasItem("/measures/0/value"))
                .body("errors.pointer", hasItem("/measures/0/scale/1/points"))
                .body("errors.pointer", hasItem("/bands/1/from"));
        as(workspace, "cs-ops")
                .contentType("application/yaml")
                .body(document + "rnk: 1\n")
                .put("/api/v1/scorecards/broken")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/rnk"));
    }

    @Test
    void theSameDocumentAgainChangesNothingAndAChangeMakesAVersion() {
        UUID workspace = story.workspace();
        String document = """
                key: many-users
                name: {ja: 利用者が多い顧客, en: Many users}
                subject: customer
                condition: usage.last(days(28)).max(u, u.activeUsers) > 30
                """;
        for (int i = 0; i < 2; i++) {
            as(workspace, "cs-ops")
                    .contentType("application/yaml")
                    .queryParam("publish", true)
                    .body(document)
                    .put("/api/v1/segments/many-users")
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(1))
                    .body("state", equalTo("published"));
        }
        as(workspace, "cs-ops")
                .contentType("application/yaml")
                .header("If-Match", "*")
                .body(document.replace("30", "100"))
                .put("/api/v1/segments/many-users")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("state", equalTo("draft"));
        for (int i = 0; i < 2; i++) {
            as(workspace, "cs-ops")
                    .post("/api/v1/segments/many-users/publication")
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2))
                    .body("state", equalTo("published"));
        }
        as(workspace, "csm")
                .get("/api/v1/segments/many-users/versions")
                .then()
                .statusCode(200)
                .body("items.version", contains(2, 1))
                .body("items.document.condition[1]", endsWith("> 30"));
        as(workspace, "csm")
                .get("/api/v1/segments/many-users")
                .then()
                .statusCode(200)
                .body("name.ja", equalTo("利用者が多い顧客"))
                .body("publishedVersion", equalTo(2));
        as(workspace, "csm")
                .contentType("application/yaml")
                .body(document)
                .put("/api/v1/segments/many-users")
                .then()
                .statusCode(403);
    }

    @Test
    void conditionsAreAnsweredTrueFalseOrUnknown() {
        UUID workspace = story.workspace();
        UUID customer = story.customer(workspace, "株式会社みのり製作所", Origin.LIVE);
        story.compute(workspace);

        evaluate(workspace, customer, "usage.last(days(28)).sum(u, u.activeUsers) > 100", "TRUE");
        evaluate(workspace, customer, "health.points < 10", "FALSE");
        evaluate(workspace, customer, "surveyResponses.avg(s, s.nps) > 0", "UNKNOWN");
        asService(workspace)
                .contentType("application/json")
                .body(Map.of("customerId", customer, "condition", "customer.nothing == 1"))
                .post("/api/v1/conditions/evaluations")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/condition"))
                .body("errors[0].code", equalTo("unknown-field"));
    }

    @Test
    void listsPageAndAnotherWorkspaceSeesNothing() {
        UUID workspace = story.workspace();
        UUID other = story.workspace();
        for (String name : List.of("アカシア商会", "イチョウ工業", "ウメ食品")) {
            story.customer(workspace, name, Origin.BACKFILL);
        }
        story.compute(workspace);

        String cursor = as(workspace, "manager")
                .queryParam("limit", 2)
                .get("/api/v1/customers")
                .then()
                .statusCode(200)
                .body("items.name", contains("アカシア商会", "イチョウ工業"))
                .body("nextCursor", notNullValue())
                .extract()
                .path("nextCursor");
        as(workspace, "manager")
                .queryParam("limit", 2)
                .queryParam("cursor", cursor)
                .get("/api/v1/customers")
                .then()
                .statusCode(200)
                .body("items.name", contains("ウメ食品"));
        as(workspace, "manager")
                .get("/api/v1/contracts")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("total", equalTo(3));
        as(other, "manager").get("/api/v1/customers").then().statusCode(200).body("items", hasSize(0));
        as(other, "manager")
                .queryParam("cursor", cursor)
                .get("/api/v1/customers")
                .then()
                .statusCode(400);
    }

    @Test
    void ownersSeeOnlyTheirCustomersWhereTheWorkspaceSaysSo() {
        UUID workspace = story.workspace();
        UUID customer = story.customer(workspace, "株式会社みのり製作所", Origin.BACKFILL);
        story.compute(workspace);

        TestSurroundings.AsTheTestSays.current =
                new dev.minori.scoring.customer.Visibility.OwnedBy(List.of(UUID.randomUUID()));

        as(workspace, "csm").get("/api/v1/customers").then().statusCode(200).body("items", hasSize(0));
        as(workspace, "csm").get("/api/v1/contracts").then().statusCode(200).body("items", hasSize(0));
        for (String part : List.of("", "/health", "/health/explanation", "/timeline", "/usage")) {
            as(workspace, "csm")
                    .get("/api/v1/customers/" + customer + part)
                    .then()
                    .statusCode(404);
        }
    }

    private static void evaluate(UUID workspace, UUID customer, String condition, String outcome) {
        asService(workspace)
                .contentType("application/json")
                .body(Map.of("customerId", customer, "condition", condition))
                .post("/api/v1/conditions/evaluations")
                .then()
                .statusCode(200)
                .body("outcome", equalTo(outcome));
    }
}
