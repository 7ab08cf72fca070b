package dev.minori.scoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.minori.events.Origin;
import dev.minori.events.fact.ContractValues;
import dev.minori.events.fact.CustomerValues;
import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.Fact;
import dev.minori.events.fact.FactValues;
import dev.minori.events.fact.Money;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Today is 22 November 2026; fiscal years begin in April. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "scoring"),
            @ResourceArg(name = "channels", value = "customer-facts,customer-facts-bulk,workspace-directory")
        })
class PortfolioComponentTest {
    @Inject
    Story story;

    private UUID workspace;
    private long version = 1_000;

    @BeforeEach
    void aWorkspace() {
        workspace = story.workspace();
    }

    @Test
    void everyKindOfMovementIsToldAndTheySumToTheChange() {
        UUID kept = customer("継続");
        contract(kept, "a", "2025-01-01", null, 1_000, "JPY");
        UUID fresh = customer("新規");
        contract(fresh, "a", "2026-10-05", null, 100, "JPY");
        contract(fresh, "b", "2026-10-05", null, 50, "JPY");
        UUID more = customer("増額");
        contract(more, "a", "2025-01-01", null, 300, "JPY");
        contract(more, "b", "2026-10-20", null, 30, "JPY");
        UUID less = customer("減額");
        contract(less, "a", "2025-01-01", null, 400, "JPY");
        contract(less, "b", "2025-01-01", "2026-10-11", 40, "JPY");
        UUID lost = customer("解約");
        contract(lost, "a", "2025-10-01", "2026-10-01", 500, "JPY");
        UUID back = customer("復活");
        contract(back, "a", "2024-01-01", "2025-01-01", 7, "JPY");
        contract(back, "b", "2026-10-31", null, 9, "JPY");
        UUID passing = customer("短期");
        contract(passing, "a", "2026-10-02", "2026-10-20", 77, "JPY");
        UUID dollars = customer("通貨変更");
        contract(dollars, "a", "2025-01-01", "2026-10-10", 600, "JPY");
        contract(dollars, "b", "2026-10-10", null, 9_999, "USD");
        story.compute(workspace);

        JsonPath october = get("/api/v1/portfolio/mrr-movements?from=2026-10&to=2026-10");

        assertThat(october.getString("periods[0].label")).isEqualTo("2026-10");
        assertThat(october.getLong("periods[0].startMinor")).isEqualTo(1_000 + 300 + 440 + 500 + 600);
        assertThat(moves(october))
                .containsEntry("NEW", "150/1")
                .containsEntry("EXPANSION", "30/1")
                .containsEntry("CONTRACTION", "-40/1")
                .containsEntry("CHURN", "-500/1")
                .containsEntry("REACTIVATION", "9/1")
                .containsEntry("CURRENCY_CHANGE", "-600/1");
        assertThat(october.getLong("periods[0].endMinor")).isEqualTo(2_840 + 150 + 30 - 40 - 500 + 9 - 600);
        assertThat(october.getLong("periods[0].startCustomers")).isEqualTo(5);
        assertThat(october.getLong("periods[0].endCustomers")).isEqualTo(5);
        assertThat(october.getLong("periods[0].joinedAndLeft")).isEqualTo(1);
        assertThat(october.getBoolean("periods[0].planned")).isFalse();
        assertThat(october.getList("otherCurrencies")).isEqualTo(List.of("USD"));
        assertThat(october.getDouble("periods[0].customerChurn.value")).isEqualTo(0.2);
        assertThat(october.getDouble("periods[0].netRetention.value"))
                .isCloseTo((2_840.0 + 30 - 40 - 500) / 2_840, org.assertj.core.data.Offset.offset(1e-6));

        String churned = october.getString("periods[0].movements.find { it.kind == 'CHURN' }.list");
        as("manager")
                .urlEncodingEnabled(false)
                .get(churned)
                .then()
                .statusCode(200)
                .body("items.name", contains("解約"))
                .body("items[0].beforeMinor", equalTo(500))
                .body("items[0].afterMinor", equalTo(0));
        String cursor = as("manager")
                .get("/api/v1/portfolio/mrr-movements/customers?from=2026-10&to=2026-10&limit=2")
                .then()
                .body("items.name", contains("通貨変更", "解約"))
                .extract()
                .path("nextCursor");
        as("manager")
                .queryParam("cursor", cursor)
                .get("/api/v1/portfolio/mrr-movements/customers?from=2026-10&to=2026-10&limit=2")
                .then()
                .body("items.name", contains("新規", "減額"));
    }

    @Test
    void periodsFollowOneAnotherAndAreComparedWithThoseOfAYearBefore() {
        UUID customer = customer("継続");
        contract(customer, "a", "2025-05-01", null, 1_000, "JPY");
        UUID lost = customer("解約");
        contract(lost, "a", "2025-10-01", "2026-10-01", 500, "JPY");
        story.compute(workspace);

        JsonPath figures = get("/api/v1/portfolio/mrr-movements?from=2026-04&to=2026-12&compareTo=2025-04&by=QUARTER");

        assertThat(figures.getList("periods.label")).isEqualTo(List.of("2026-Q1", "2026-Q2", "2026-Q3"));
        assertThat(figures.getList("periods.startMinor")).isEqualTo(List.of(1_500, 1_500, 1_500));
        assertThat(figures.getList("periods.endMinor")).isEqualTo(List.of(1_500, 1_500, 1_000));
        assertThat(figures.getList("periods.startCustomers")).isEqualTo(List.of(2, 2, 2));
        assertThat(figures.getList("periods.planned")).isEqualTo(List.of(false, false, true));
        assertThat(figures.getList("comparison.label")).isEqualTo(List.of("2025-Q1", "2025-Q2", "2025-Q3"));
        assertThat(figures.getList("comparison.endMinor")).isEqualTo(List.of(1_000, 1_000, 1_500));
        as("manager")
                .get("/api/v1/portfolio/mrr-movements?from=2025-04&to=2025-04")
                .then()
                .body("periods[0].netRetention.value", nullValue())
                .body("periods[0].netRetention.reason", equalTo("nothing-at-start"));
        as("manager")
                .get("/api/v1/portfolio/mrr-movements?from=2026-05&to=2026-04")
                .then()
                .statusCode(400);
        as("manager").get("/api/v1/portfolio/mrr-movements?from=x").then().statusCode(400);
    }

    @Test
    void anAmountThatChangedHoldsFromItsDayAndTheFirstOneBefore() {
        UUID customer = customer("改定");
        arrive(customer, "a", "2026-08-10T00:00:00Z", values("a", "2026-01-01", null, 100, "JPY"));
        arrive(customer, "a", "2026-10-15T00:00:00Z", values("a", "2026-01-01", null, 130, "JPY"));
        story.compute(workspace);

        JsonPath figures = get("/api/v1/portfolio/mrr-movements?from=2026-01&to=2026-10");

        assertThat(moves(figures)).containsEntry("NEW", "100/1");
        assertThat(figures.getLong("periods[0].reconstructedCustomers")).isEqualTo(1);
        assertThat(figures.getLong("periods[9].startMinor")).isEqualTo(100);
        assertThat(figures.getLong("periods[9].endMinor")).isEqualTo(130);
        assertThat(figures.getLong("periods[9].reconstructedCustomers")).isZero();
    }

    @Test
    void aLateRenewalOfTheSameRecordIsNoChurn() {
        UUID customer = customer("後日入力");
        arrive(customer, "a", "2025-04-01T00:00:00Z", values("a", "2025-04-01", "2026-04-01", 100, "JPY"));
        arrive(customer, "a", "2026-06-15T00:00:00Z", values("a", "2025-04-01", "2027-04-01", 100, "JPY"));
        story.compute(workspace);

        JsonPath figures = get("/api/v1/portfolio/mrr-movements?from=2026-04&to=2026-04");

        assertThat(moves(figures)).containsEntry("CHURN", "0/0");
        assertThat(figures.getLong("periods[0].endMinor")).isEqualTo(100);
    }

    @Test
    void aContractThatWentFromItsSourceCountsUntilItWent() {
        UUID customer = customer("削除");
        arrive(customer, "a", "2026-01-01T00:00:00Z", values("a", "2026-01-01", null, 100, "JPY"));
        arrive(customer, "a", "2026-09-10T00:00:00Z", null);
        story.compute(workspace);

        JsonPath figures = get("/api/v1/portfolio/mrr-movements?from=2026-09&to=2026-09");

        assertThat(moves(figures)).containsEntry("CHURN", "-100/1");
    }

    @Test
    void customersAreCountedByPhaseAndStateAndEachNumberOpensItsList() {
        UUID a = customer("アカシア商会");
        contract(a, "a", "2026-01-01", null, 100, "JPY");
        customer("イチョウ工業");
        story.compute(workspace);
        story.update(workspace, "UPDATE customer_summary SET phase = NULL WHERE name = 'イチョウ工業'");

        JsonPath figures = get("/api/v1/portfolio/customers");

        assertThat(figures.getLong("total.customers")).isEqualTo(2);
        assertThat(figures.getLong("total.mrrMinor")).isEqualTo(100);
        assertThat(figures.getLong("total.withoutMrr")).isEqualTo(1);
        assertThat(figures.getList("byBand.band")).isEqualTo(List.of("AT_RISK", "WATCH", "GOOD", "UNKNOWN"));
        for (String group : List.of("total", "byPhase[0]", "byPhase[1]", "byBand[3]", "cells[0]", "cells[1]")) {
            String list = figures.getString(group + ".list");
            var answer = as("manager").urlEncodingEnabled(false).get(list);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            assertThat(answer.jsonPath().getLong("total.count"))
                    .as("%s of %s: %s", list, figures.prettify(), answer.asString())
                    .isEqualTo(figures.getLong(group + ".customers"));
        }
    }

    @Test
    void endingContractsAndDeadlinesOpenTheirLists() {
        UUID a = customer("アカシア商会");
        arrive(
                a,
                "a",
                null,
                new ContractValues(
                        "a",
                        null,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2026, 11, 30),
                        true,
                        null,
                        new Money(100, "JPY"),
                        null));
        UUID b = customer("イチョウ工業");
        arrive(
                b,
                "a",
                null,
                new ContractValues(
                        "b",
                        null,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2027, 6, 1),
                        LocalDate.of(2027, 3, 1),
                        false,
                        LocalDate.of(2026, 12, 15),
                        null,
                        null));
        story.compute(workspace);

        JsonPath figures = get("/api/v1/portfolio/contracts-ending?from=2026-11&to=2027-06");

        assertThat(figures.getList("periods.endings.contracts")).isEqualTo(List.of(0, 2, 0, 0, 0, 0, 0, 0));
        assertThat(figures.getList("periods.noticeDeadlines.contracts")).isEqualTo(List.of(1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(figures.getLong("periods[1].endings.mrrMinor")).isEqualTo(100);
        assertThat(figures.getLong("periods[1].endings.withoutMrr")).isEqualTo(1);
        assertThat(figures.getLong("periods[1].endings.autoRenewing")).isEqualTo(1);
        for (String group :
                new String[] {"periods[1].endings", "periods[0].noticeDeadlines", "periods[4].noticeDeadlines"}) {
            as("manager")
                    .urlEncodingEnabled(false)
                    .get(figures.getString(group + ".list"))
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(figures.getInt(group + ".contracts")));
        }
    }

    /** Amount and customers of each kind in the first period. */
    private static Map<String, String> moves(JsonPath figures) {
        Map<String, String> moves = new HashMap<>();
        for (int i = 0; i < figures.getList("periods[0].movements").size(); i++) {
            String move = "periods[0].movements[" + i + "].";
            moves.put(
                    figures.getString(move + "kind"),
                    figures.getLong(move + "minor") + "/" + figures.getLong(move + "customers"));
        }
        return moves;
    }

    private JsonPath get(String path) {
        var answer = as("manager").get(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private UUID customer(String name) {
        UUID customer = UUID.randomUUID();
        story.arrive(
                workspace,
                Origin.BACKFILL,
                Dataset.CUSTOMER,
                story.fact(
                        customer,
                        customer,
                        new CustomerValues(name, null, null, null, null, null, null, null, "活用", null, null)));
        return customer;
    }

    private void contract(UUID customer, String name, String start, @Nullable String end, long mrr, String currency) {
        arrive(customer, name, null, values(name, start, end, mrr, currency));
    }

    private static ContractValues values(String name, String start, @Nullable String end, long mrr, String currency) {
        return new ContractValues(
                name,
                null,
                LocalDate.parse(start),
                end == null ? null : LocalDate.parse(end),
                null,
                null,
                null,
                new Money(mrr, currency),
                null);
    }

    private void arrive(UUID customer, String name, @Nullable String validFrom, @Nullable FactValues values) {
        UUID factId = Story.named(customer, name);
        story.arrive(
                workspace,
                Origin.BACKFILL,
                Dataset.CONTRACT,
                new Fact(
                        factId,
                        customer,
                        "src-" + factId,
                        null,
                        ++version,
                        validFrom == null ? null : Instant.parse(validFrom),
                        values == null,
                        values));
    }

    private RequestSpecification as(String role) {
        return given().header("Authorization", "Bearer " + Tokens.of("kenji", workspace, role));
    }
}
