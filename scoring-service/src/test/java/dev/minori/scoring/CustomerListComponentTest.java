package dev.minori.scoring;

import static dev.minori.scoring.ListedCustomers.EAST;
import static dev.minori.scoring.ListedCustomers.HANAKO;
import static dev.minori.scoring.ListedCustomers.ICHIRO;
import static dev.minori.scoring.ListedCustomers.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.minori.events.Origin;
import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.TicketValues;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.scoring.customer.CustomerSort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "scoring"),
            @ResourceArg(name = "channels", value = "customer-facts,customer-facts-bulk,workspace-directory")
        })
class CustomerListComponentTest {
    @Inject
    Story story;

    private ListedCustomers customers;

    @BeforeEach
    void aWorkspaceWithPeople() {
        customers = new ListedCustomers(story);
    }

    @Test
    void oneCallTellsAllThatTheTableShows() {
        UUID customer =
                customers.add("株式会社みのり製作所", "ミノリセイサクジョ", "C-00042", "活用", HANAKO, 120_000L, TODAY.plusMonths(8));
        story.message(customers.workspace(), customer, Origin.BACKFILL, "お見積もりの件", "よろしくお願いします。");
        for (String number : List.of("1", "2")) {
            story.arrive(
                    customers.workspace(),
                    Origin.BACKFILL,
                    Dataset.TICKET,
                    story.fact(
                            customer,
                            Story.named(customer, number),
                            new TicketValues(
                                    number,
                                    "ログインできません",
                                    null,
                                    null,
                                    Instant.parse("2026-11-20T00:00:00Z"),
                                    number.equals("1") ? null : Instant.parse("2026-11-21T00:00:00Z"))));
        }
        story.compute(customers.workspace());

        customers
                .as("csm")
                .get("/api/v1/customers")
                .then()
                .statusCode(200)
                .body("total.count", equalTo(1))
                .body("total.exact", equalTo(true))
                .body("items[0].name", equalTo("株式会社みのり製作所"))
                .body("items[0].ownerName", equalTo("佐藤花子"))
                .body("items[0].teamName", equalTo("東日本"))
                .body("items[0].phase", equalTo("活用"))
                .body("items[0].mrr[0].minor", equalTo(120_000))
                .body("items[0].mrr[0].currency", equalTo("JPY"))
                .body("items[0].nextDate.date", equalTo("2027-07-21"))
                .body("items[0].nextDate.kind", equalTo("CONTRACT_END"))
                .body("items[0].lastContactAt", equalTo("2026-11-22T02:59:00Z"))
                .body("items[0].openTickets", equalTo(1))
                .body("items[0].pointsChange", nullValue())
                .body("items[0].source.system", equalTo("salesforce"))
                .body("items[0].source.url", startsWith("https://crm.example/"));
    }

    @Test
    void theNoticeDeadlineComesBeforeTheEndAndWhatIsOverDoesNotCount() {
        UUID customer = customers.add("アカシア商会", null, null, null, null, 10_000L, TODAY.plusMonths(8));
        customers.contract(
                customer,
                "old",
                TODAY.minusYears(2),
                TODAY.minusYears(1),
                TODAY.minusYears(1).minusMonths(3),
                1L);
        customers.contract(customer, "new", TODAY.minusMonths(1), TODAY.plusMonths(11), TODAY.plusDays(12), 5_000L);
        story.compute(customers.workspace());

        customers
                .as("csm")
                .get("/api/v1/customers/" + customer)
                .then()
                .statusCode(200)
                .body("nextDate.date", equalTo(TODAY.plusDays(12).toString()))
                .body("nextDate.kind", equalTo("NOTICE_DEADLINE"))
                .body("mrr[0].minor", equalTo(15_000));
    }

    @Test
    void theChangeIsThatOfThirtyDays() {
        UUID customer = story.customer(customers.workspace(), "株式会社みのり製作所", Origin.BACKFILL);
        story.compute(customers.workspace());
        story.update(
                customers.workspace(),
                "UPDATE health_score SET calculated_at = calculated_at - interval '31 days', points = 90.5 WHERE customer_id = '"
                        + customer + "'");
        story.usage(customers.workspace(), customer, Origin.LIVE, 28, 0, 5);
        story.compute(customers.workspace());

        double points = customers
                .as("csm")
                .get("/api/v1/customers/" + customer)
                .jsonPath()
                .getDouble("points");
        double change = customers
                .as("csm")
                .get("/api/v1/customers/" + customer)
                .jsonPath()
                .getDouble("pointsChange");

        assertThat(change).isCloseTo(points - 90.5, org.assertj.core.data.Offset.offset(1e-4));
        assertThat(change).isNegative();
    }

    @ParameterizedTest
    @EnumSource(CustomerSort.Column.class)
    void everyColumnSortsBothWaysPageByPageAndTheUnknownComesLast(CustomerSort.Column column) {
        customers.add("アカシア商会", "アカシアショウカイ", "C-3", "活用", HANAKO, 300L, TODAY.plusMonths(3));
        customers.add("イチョウ工業", "イチョウコウギョウ", "C-1", "導入", ICHIRO, 100L, TODAY.plusMonths(1));
        customers.add("ウメ食品", null, "C-2", null, null, null, null);
        customers.add("エノキ運輸", "エノキウンユ", null, "更新", HANAKO, 200L, TODAY.plusMonths(2));
        story.compute(customers.workspace());
        story.update(
                customers.workspace(),
                "UPDATE customer_summary SET points = mrr_minor / 10, points_change = -mrr_minor,"
                        + " band_order = mrr_minor / 100, band = coalesce((array['AT_RISK', 'WATCH', 'GOOD'])[mrr_minor / 100], 'UNKNOWN'),"
                        + " last_contact_at = TIMESTAMPTZ '2026-11-01' - mrr_minor * interval '1 h',"
                        + " open_tickets = coalesce(mrr_minor, 0)");

        List<@Nullable Object> up = walk(column.field());
        List<@Nullable Object> down = walk("-" + column.field());

        assertThat(up).hasSize(4);
        List<@Nullable Object> known = new ArrayList<>(up);
        known.removeIf(java.util.Objects::isNull);
        List<@Nullable Object> backwards = new ArrayList<>(down);
        backwards.removeIf(java.util.Objects::isNull);
        assertThat(up.subList(0, known.size())).isEqualTo(known);
        assertThat(down.subList(0, known.size())).isEqualTo(backwards);
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(known);
        if (column != CustomerSort.Column.BAND && column != CustomerSort.Column.KANA) {
            assertThat(known.stream().map(CustomerListComponentTest::comparable).toList())
                    .isSorted();
        }
    }

    @Test
    void filtersNarrow() {
        customers.add("アカシア商会", "アカシアショウカイ", "C-3", "活用", HANAKO, 300L, TODAY.plusMonths(3));
        customers.add("ＡＢＣイチョウ工業", "イチョウコウギョウ", "C-1", "導入", ICHIRO, 100L, TODAY.plusMonths(1));
        customers.add("ウメ食品", "ｳﾒｼｮｸﾋﾝ", "C-2", null, null, null, null);
        story.compute(customers.workspace());

        expect("owner=me", "アカシア商会");
        expect("owner=none", "ウメ食品");
        expect("owner=" + ICHIRO, "ＡＢＣイチョウ工業");
        expect("owner=" + ICHIRO + "&owner=me", "アカシア商会", "ＡＢＣイチョウ工業");
        expect("team=" + EAST, "アカシア商会");
        expect("team=" + EAST + "&owner=" + ICHIRO);
        expect("phase=導入&phase=活用", "アカシア商会", "ＡＢＣイチョウ工業");
        expect("withoutPhase=true", "ウメ食品");
        expect("mrrFrom=100&mrrTo=299", "ＡＢＣイチョウ工業");
        expect("mrrFrom=101", "アカシア商会");
        // A contract ends on the last day of its force: the day before it is no longer in force.
        expect("nextDateTo=" + TODAY.plusMonths(1).minusDays(1), "ＡＢＣイチョウ工業");
        expect("nextDateFrom=" + TODAY.plusMonths(1), "アカシア商会");
        expect("q=abcいちょう", "ＡＢＣイチョウ工業");
        expect("q=うめしょくひん", "ウメ食品");
        expect("q=c-3", "アカシア商会");
        story.update(customers.workspace(), "UPDATE customer_summary SET band = 'AT_RISK' WHERE name = 'アカシア商会'");
        expect("band=AT_RISK", "アカシア商会");
        expect("band=AT_RISK&band=UNKNOWN&withoutPhase=true&phase=活用", "アカシア商会", "ウメ食品");
        expect("q=%25");
        customers
                .as("csm")
                .get("/api/v1/customers?sort=secret")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("query:sort"));
        customers
                .as("csm")
                .get("/api/v1/customers?owner=x")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("query:owner"));
        customers
                .as("csm")
                .get("/api/v1/customers?band=x")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("query:band"));
    }

    @Test
    void aNewNameOfAnOwnerOrTeamShowsAtOnce() {
        customers.add("アカシア商会", null, null, null, HANAKO, null, null);
        story.compute(customers.workspace());
        story.update(
                customers.workspace(), "UPDATE directory_member SET name = '鈴木花子' WHERE member_id = '" + HANAKO + "'");
        story.update(customers.workspace(), "UPDATE directory_team SET name = '関東' WHERE team_id = '" + EAST + "'");

        customers
                .as("csm")
                .get("/api/v1/customers")
                .then()
                .body("items[0].ownerName", equalTo("鈴木花子"))
                .body("items[0].teamName", equalTo("関東"));
    }

    private void expect(String query, String... names) {
        var body = customers.as("csm").urlEncodingEnabled(true);
        for (String part : query.split("&")) {
            body = body.queryParam(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        var answer = body.get("/api/v1/customers").then().statusCode(200);
        answer.body("total.count", equalTo(names.length));
        if (names.length == 0) {
            answer.body("items", empty());
        } else {
            answer.body("items.name", containsInAnyOrder(names));
        }
    }

    /** The sorted field of every customer, read in pages of one. */
    private List<@Nullable Object> walk(String sort) {
        List<@Nullable Object> values = new ArrayList<>();
        String field = sort.replace("-", "");
        String cursor = null;
        do {
            RequestSpecification request =
                    customers.as("csm").queryParam("sort", sort).queryParam("limit", 1);
            if (cursor != null) {
                request = request.queryParam("cursor", cursor);
            }
            Response page = request.get("/api/v1/customers");
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            Object value = page.path("items[0]." + field);
            if (field.equals("nameKana")) {
                // Without kana the name stands in the kana's place.
                value = value == null ? page.path("items[0].name") : value;
            } else if (field.equals("band")) {
                value = "UNKNOWN".equals(value) ? null : value;
            } else if (field.equals("mrr")) {
                value = page.path("items[0].mrr[0].minor");
            } else if (field.equals("nextDate")) {
                value = page.path("items[0].nextDate.date");
            }
            values.add(value);
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return values;
    }

    private static Comparable<Object> comparable(@Nullable Object value) {
        @SuppressWarnings("unchecked")
        Comparable<Object> comparable = (Comparable<Object>) java.util.Objects.requireNonNull(value);
        return comparable;
    }
}
