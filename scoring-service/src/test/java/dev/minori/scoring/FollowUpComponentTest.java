package dev.minori.scoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.minori.events.Origin;
import dev.minori.events.fact.Dataset;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "scoring"),
            @ResourceArg(name = "channels", value = "customer-facts,customer-facts-bulk,workspace-directory")
        })
class FollowUpComponentTest {
    private static final UUID HANAKO = UUID.fromString("0190a000-0000-7000-8000-0000000000a1");

    @Inject
    Story story;

    private UUID workspace;
    private UUID falling;
    private UUID steady;

    @BeforeEach
    void twoCustomers() {
        workspace = story.workspace();
        story.update(
                workspace,
                "INSERT INTO directory_member (workspace_id, member_id, version, subject, name, email, language, zone,"
                        + " team_ids, active) VALUES ('" + workspace + "', '" + HANAKO
                        + "', 1, 'hanako', '佐藤花子', 'hanako@minori.example', 'ja', 'Asia/Tokyo', '{}', true)");
        falling = story.customer(workspace, "株式会社みのり製作所", Origin.BACKFILL);
        steady = story.customer(workspace, "アカシア商会", Origin.BACKFILL);
        story.usage(workspace, falling, Origin.BACKFILL, 28, 0, 5);
        story.compute(workspace);
        story.update(
                workspace,
                "UPDATE customer_summary SET owner_member_id = '" + HANAKO + "', next_date = DATE '2026-12-04',"
                        + " next_date_kind = 'NOTICE_DEADLINE' WHERE customer_id = '" + falling + "'");
    }

    @Test
    void whoHasLeftIsNobodyToCall() {
        UUID left = story.customer(workspace, "株式会社さりゆく", Origin.BACKFILL);
        story.usage(workspace, left, Origin.BACKFILL, 28, 0, 1);
        contract(left, LocalDate.of(2026, 1, 31));
        story.compute(workspace);

        as("manager").get("/api/v1/follow-ups").then().body("items.customerId", not(hasItem(left.toString())));

        contract(left, LocalDate.of(2027, 1, 31));
        story.compute(workspace);
        as("manager").get("/api/v1/follow-ups").then().body("items.customerId", hasItem(left.toString()));
    }

    private void contract(UUID customer, LocalDate end) {
        story.arrive(
                workspace,
                Origin.LIVE,
                Dataset.CONTRACT,
                story.fact(customer, Story.named(customer, "contract"), Story.contract(LocalDate.of(2025, 2, 1), end)));
    }

    @Test
    void theFirstToCallIsNamedWithTheReasonAndTheFactorsOfItsRank() {
        JsonPath today = as("csm").get("/api/v1/follow-ups").jsonPath();

        assertThat(today.getInt("total")).isEqualTo(1);
        assertThat(today.getString("usageUntil")).as("yesterday").isEqualTo("2026-11-21");
        assertThat(today.getString("items[0].customerId")).isEqualTo(falling.toString());
        assertThat(today.getString("items[0].reason.ja")).isEqualTo("利用が4週間で88%減り、更新拒絶期限まで12日です。");
        assertThat(today.getLong("items[0].daysLeft")).isEqualTo(12);
        double product = 100;
        for (String factor : new String[] {"risk", "value", "urgency", "silence"}) {
            product *= today.getDouble("items[0].factors." + factor);
        }
        assertThat(today.getDouble("items[0].priority")).isCloseTo(product, Offset.offset(0.2));
        assertThat(today.getDouble("items[0].factors.urgency")).isCloseTo(90.0 / 102, Offset.offset(0.001));
        assertThat(today.getDouble("items[0].factors.value")).isEqualTo(0.5);
        assertThat(today.getList("items[0].factors.notKnown")).isEqualTo(List.of("silence"));
    }

    @Test
    void aManagerSeesEverybodysAndACustomerWithoutASignIsNotAmongThem() {
        as("manager").get("/api/v1/follow-ups").then().statusCode(200).body("items", hasSize(1));
        story.update(
                workspace,
                "UPDATE customer_summary SET band = 'AT_RISK', points = 10 WHERE customer_id = '" + steady + "'");
        as("manager").get("/api/v1/follow-ups").then().body("items", hasSize(2)).body("total", equalTo(2));
        as("manager")
                .get("/api/v1/follow-ups?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("total", equalTo(2));
        as("csm").get("/api/v1/follow-ups").then().body("items.customerId", contains(falling.toString()));
        as("csm").get("/api/v1/follow-ups?owner=x").then().statusCode(400);
        as("csm").get("/api/v1/follow-ups?limit=51").then().statusCode(400);
    }

    @Test
    void whatIsSetAsideComesBackOnItsDayOrWithNews() {
        dismiss(Map.of("until", "2026-11-29")).statusCode(200).body("untilNews", equalTo(true));
        as("csm").get("/api/v1/follow-ups").then().body("items", empty()).body("total", equalTo(0));
        as("csm")
                .get("/api/v1/follow-ups?dismissed=true")
                .then()
                .body("items.customerId", contains(falling.toString()))
                .body("items[0].dismissal.until", equalTo("2026-11-29"));

        story.update(workspace, "UPDATE follow_up_dismissal SET until_day = DATE '2026-11-22'");
        as("csm").get("/api/v1/follow-ups").then().body("items", hasSize(1)).body("items[0].dismissal", nullValue());

        dismiss(Map.of()).statusCode(200);
        as("csm").get("/api/v1/follow-ups").then().body("items", empty());
        story.update(
                workspace, "UPDATE customer_summary SET points = points - 5 WHERE customer_id = '" + falling + "'");
        as("csm").get("/api/v1/follow-ups").then().body("items", hasSize(1));

        dismiss(Map.of()).statusCode(200);
        story.update(workspace, "UPDATE follow_up_dismissal SET dismissed_at = dismissed_at - interval '1 hour'");
        story.message(workspace, falling, Origin.LIVE, "ご相談", "お電話ください。");
        as("csm").get("/api/v1/follow-ups").then().body("items", hasSize(1));
    }

    @Test
    void aDayAloneHoldsAgainstNewsAndCanBeTakenBack() {
        dismiss(Map.of("until", "2026-11-29", "untilNews", false)).statusCode(200);
        story.update(workspace, "UPDATE customer_summary SET points = 0 WHERE customer_id = '" + falling + "'");
        as("csm").get("/api/v1/follow-ups").then().body("items", empty());
        for (int i = 0; i < 2; i++) {
            as("csm")
                    .delete("/api/v1/follow-ups/" + falling + "/dismissals")
                    .then()
                    .statusCode(204);
        }
        as("csm").get("/api/v1/follow-ups").then().body("items", hasSize(1));
        dismiss(Map.of("untilNews", false)).statusCode(400).body("errors[0].pointer", equalTo("/until"));
        dismiss(Map.of("until", "2026-11-22")).statusCode(400);
        as("viewer")
                .contentType("application/json")
                .body(Map.of())
                .post("/api/v1/follow-ups/" + falling + "/dismissals")
                .then()
                .statusCode(403);
    }

    private io.restassured.response.ValidatableResponse dismiss(Map<String, Object> body) {
        return as("csm")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/follow-ups/" + falling + "/dismissals")
                .then();
    }

    private RequestSpecification as(String role) {
        return given().header("Authorization", "Bearer " + Tokens.of("hanako", workspace, role));
    }
}
