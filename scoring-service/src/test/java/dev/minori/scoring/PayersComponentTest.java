package dev.minori.scoring;

import static dev.minori.scoring.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.minori.events.Origin;
import dev.minori.events.fact.ContractValues;
import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.Money;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.scoring.customer.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who brings in the MRR of a day. Today is 22 November 2026. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "scoring"),
            @ResourceArg(name = "channels", value = "customer-facts,customer-facts-bulk,workspace-directory")
        })
class PayersComponentTest {
    private static final String PAYERS = "/api/v1/portfolio/mrr/customers";
    private static final UUID HANAKO = UUID.randomUUID();

    @Inject
    Story story;

    private UUID workspace;

    @BeforeEach
    void paidUntilOctoberSinceNovemberAndAlways() {
        workspace = story.workspace();
        pays(workspace, "継続商事", "2025-01-01", null, 300, "JPY");
        pays(workspace, "解約工業", "2025-01-01", "2026-11-01", 500, "JPY");
        pays(workspace, "新規食品", "2026-11-01", null, 700, "JPY");
        pays(workspace, "同額物産", "2025-01-01", null, 300, "JPY");
        pays(workspace, "来春開始", "2027-04-01", null, 900, "JPY");
        pays(workspace, "海外支社", "2025-01-01", null, 9_999, "USD");
        story.compute(workspace);
        story.update(
                workspace,
                "UPDATE customer_summary SET owner_member_id = '" + HANAKO
                        + "', owner_name = '佐藤花子' WHERE name IN ('継続商事', '解約工業')");
    }

    @AfterEach
    void everybodySeesEverything() {
        TestSurroundings.AsTheTestSays.current = new Visibility.Everything();
    }

    @Test
    void eachNumberOfAPeriodOpensTheCustomersBehindIt() {
        JsonPath figures =
                ask("/api/v1/portfolio/mrr-movements?from=2026-11&to=2027-04").jsonPath();

        for (int period : List.of(0, 5)) {
            String at = "periods[" + period + "].";
            for (String edge : List.of("start", "end")) {
                JsonPath list = ask(figures.getString(at + edge + "List")).jsonPath();
                assertThat(list.getLong("total.customers")).isEqualTo(figures.getLong(at + edge + "Customers"));
                assertThat(list.getLong("total.mrrMinor")).isEqualTo(figures.getLong(at + edge + "Minor"));
                assertThat(list.getList("items.mrrMinor", Long.class).stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .isEqualTo(figures.getLong(at + edge + "Minor"));
            }
        }
        assertThat(figures.getLong("periods[0].startCustomers")).isEqualTo(3);
        assertThat(figures.getLong("periods[0].endMinor")).isEqualTo(1_300);
        assertThat(figures.getLong("periods[5].endCustomers")).isEqualTo(4);
    }

    @Test
    void theLargestComesFirstPageByPage() {
        String list = PAYERS + "?on=2026-11-22&limit=2";
        JsonPath first = ask(list).jsonPath();

        assertThat(first.getString("on")).isEqualTo("2026-11-22");
        assertThat(first.getString("currency")).isEqualTo("JPY");
        assertThat(first.getList("items.mrrMinor")).isEqualTo(List.of(700, 300));
        assertThat(first.getLong("total.customers")).isEqualTo(3);
        String next = list + "&cursor=" + first.getString("nextCursor");
        JsonPath second = ask(next).jsonPath();
        assertThat(second.getList("items.mrrMinor")).isEqualTo(List.of(300));
        assertThat(second.getString("items[0].name")).isNotEqualTo(first.getString("items[1].name"));
        assertThat(second.getString("nextCursor")).isNull();
        assertThat(second.getMap("total")).isNull();
        ask(PAYERS + "?on=2026-11-22&currency=USD")
                .then()
                .body("items.name", contains("海外支社"))
                .body("total.mrrMinor", equalTo(9_999));
        // The cursor belongs to its day.
        as(workspace, "manager")
                .get(next.replace("on=2026-11-22", "on=2026-11-21"))
                .then()
                .statusCode(400);
    }

    @Test
    void onlyCustomersThatTheCallerMaySeeAreListedAndCounted() {
        UUID stranger = story.workspace();

        as(stranger, "manager")
                .get(PAYERS + "?on=2026-11-22")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("total.customers", equalTo(0));
        ask(PAYERS + "?on=2026-10-31&owner=" + HANAKO)
                .then()
                .body("items.name", contains("解約工業", "継続商事"))
                .body("items.ownerName", contains("佐藤花子", "佐藤花子"))
                .body("total.mrrMinor", equalTo(800));
        TestSurroundings.AsTheTestSays.current = new Visibility.OwnedBy(List.of(HANAKO));
        as(workspace, "csm")
                .get(PAYERS + "?on=2026-11-22")
                .then()
                .body("items.name", contains("継続商事"))
                .body("total.customers", equalTo(1))
                .body("nextCursor", nullValue());
    }

    @Test
    void aDayMustBeNamed() {
        as(workspace, "manager").get(PAYERS).then().statusCode(400);
        as(workspace, "manager")
                .get(PAYERS + "?on=2026-11-22&currency=yen")
                .then()
                .statusCode(400);
        as(workspace, "integrator").get(PAYERS + "?on=2026-11-22").then().statusCode(403);
    }

    private void pays(UUID workspace, String name, String start, @Nullable String end, long mrr, String currency) {
        UUID customer = UUID.randomUUID();
        story.arrive(
                workspace, Origin.BACKFILL, Dataset.CUSTOMER, story.fact(customer, customer, Story.customer(name)));
        story.arrive(
                workspace,
                Origin.BACKFILL,
                Dataset.CONTRACT,
                story.fact(
                        customer,
                        Story.named(customer, "contract"),
                        new ContractValues(
                                "K-1",
                                null,
                                LocalDate.parse(start),
                                end == null ? null : LocalDate.parse(end),
                                null,
                                null,
                                null,
                                new Money(mrr, currency),
                                null)));
    }

    private Response ask(String path) {
        Response answer = as(workspace, "manager").urlEncodingEnabled(false).get(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }
}
