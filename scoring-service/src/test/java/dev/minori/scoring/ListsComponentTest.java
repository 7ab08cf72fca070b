package dev.minori.scoring;

import static dev.minori.scoring.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.minori.events.Origin;
import dev.minori.events.fact.Dataset;
import dev.minori.kit.testing.ServiceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Lists as they were, and customers found by their names. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "scoring"),
            @ResourceArg(name = "channels", value = "customer-facts,customer-facts-bulk,workspace-directory")
        })
class ListsComponentTest {
    @Inject
    Story story;

    @Test
    void contractsAreShownAsTheyWereAndAsTheyWereKnown() {
        UUID workspace = story.workspace();
        UUID customer = story.customer(workspace, "株式会社みのり製作所", Origin.LIVE);
        story.compute(workspace);
        story.age(workspace);
        String before = story.databaseNow(workspace).minusSeconds(240).toString();
        LocalDate today = LocalDate.of(2026, 11, 22);
        story.arrive(
                workspace,
                Origin.LIVE,
                Dataset.CONTRACT,
                story.fact(customer, Story.named(customer, "contract"), Story.contract(today.minusYears(2), today)));
        story.compute(workspace);

        as(workspace, "csm").get("/api/v1/contracts").then().statusCode(200).body("items.inForce", contains(false));
        as(workspace, "csm")
                .queryParam("knownAt", before)
                .get("/api/v1/contracts")
                .then()
                .statusCode(200)
                .body("items.inForce", contains(true));
        as(workspace, "csm")
                .queryParam("asOf", "2001-01-01T00:00:00Z")
                .get("/api/v1/contracts")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void contractsAreSortedAsAskedPageByPageAndCounted() {
        UUID workspace = story.workspace();
        for (String name : List.of("アカシア商会", "ウメ食品", "イチョウ工業")) {
            story.customer(workspace, name, Origin.BACKFILL);
        }
        story.compute(workspace);

        for (String sort : List.of("deadline", "lastDay", "startDate", "mrr", "customer")) {
            List<String> forwards = contracts(workspace, sort);
            assertThat(forwards).as(sort).hasSize(3).doesNotHaveDuplicates();
            assertThat(contracts(workspace, "-" + sort)).as("-" + sort).isEqualTo(forwards.reversed());
        }
        as(workspace, "csm")
                .get("/api/v1/contracts?sort=customer")
                .then()
                .body("items.customerName", contains("アカシア商会", "イチョウ工業", "ウメ食品"))
                .body("total", equalTo(3))
                .body("totalIsMinimum", equalTo(false));
        as(workspace, "csm")
                .get("/api/v1/contracts?sort=luck")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("query:sort"));
    }

    private static List<String> contracts(UUID workspace, String sort) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            var page = as(workspace, "csm")
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/api/v1/contracts?limit=1&sort=" + sort)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.contractId", String.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return ids;
    }

    @Test
    void whatWasKnownLessThanAMinuteAgoIsNotSettled() {
        UUID workspace = story.workspace();
        UUID customer = story.customer(workspace, "株式会社みのり製作所", Origin.LIVE);
        story.compute(workspace);
        for (String path : List.of(
                "/api/v1/contracts",
                "/api/v1/customers/" + customer + "/timeline",
                "/api/v1/customers/" + customer + "/health",
                "/api/v1/customers/" + customer + "/health/history",
                "/api/v1/customers/" + customer + "/usage")) {
            as(workspace, "csm")
                    .queryParam(
                            "knownAt",
                            story.databaseNow(workspace).minusSeconds(20).toString())
                    .get(path)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors[0].pointer", equalTo("query:knownAt"));
        }
    }

    @Test
    void namesAreFoundByAnyPartWhateverTheirWidthCaseAndKana() {
        UUID workspace = story.workspace();
        UUID other = story.workspace();
        story.customer(workspace, "株式会社みのり製作所", Origin.BACKFILL);
        story.customer(workspace, "ＡＢＣｼｽﾃﾑｽﾞ株式会社", Origin.BACKFILL);
        story.customer(other, "みのり商店", Origin.BACKFILL);
        story.compute(workspace);
        story.compute(other);

        for (String text : List.of("みのり", "ミノリ", "ﾐﾉﾘ製", "株式会社 みのり", "所", "製作所")) {
            finds(workspace, text, "株式会社みのり製作所");
        }
        for (String text : List.of("abc", "ＡｂＣ", "シスてむ", "ズ株")) {
            finds(workspace, text, "ＡＢＣｼｽﾃﾑｽﾞ株式会社");
        }
        finds(workspace, "みの製");
        finds(workspace, "りみの");
        finds(workspace, "商店");
        finds(workspace, "%");
        finds(other, "みのり", "みのり商店");
    }

    @Test
    void aNewNameIsFoundAndTheOldOneIsNot() {
        UUID workspace = story.workspace();
        UUID customer = story.customer(workspace, "株式会社みのり製作所", Origin.LIVE);
        story.compute(workspace);
        story.arrive(workspace, Origin.LIVE, Dataset.CUSTOMER, story.fact(customer, customer, Story.customer("かえで精機")));
        story.compute(workspace);

        finds(workspace, "かえで", "かえで精機");
        finds(workspace, "製作所");
        assertThat(story.query(workspace, "SELECT gram FROM customer_gram WHERE gram = '作所'", row -> true))
                .isEmpty();
    }

    private static void finds(UUID workspace, String text, String... names) {
        as(workspace, "manager")
                .queryParam("q", text)
                .get("/api/v1/customers")
                .then()
                .statusCode(200)
                .body("items.name", names.length == 0 ? empty() : contains(names));
    }
}
