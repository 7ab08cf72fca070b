package dev.minori.scoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.minori.events.Origin;
import dev.minori.events.fact.ContactValues;
import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.Fact;
import dev.minori.events.fact.SurveyResponseValues;
import dev.minori.events.fact.TicketValues;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.testing.Tokens;
import dev.minori.scoring.customer.Visibility;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "scoring"),
            @ResourceArg(name = "channels", value = "customer-facts,customer-facts-bulk,workspace-directory")
        })
class CustomerRecordsComponentTest {
    @Inject
    Story story;

    private UUID workspace;
    private UUID customer;

    @BeforeEach
    void aCustomer() {
        workspace = story.workspace();
        customer = story.customer(workspace, "株式会社みのり製作所", Origin.BACKFILL);
        story.compute(workspace);
    }

    @AfterEach
    void everythingVisible() {
        TestSurroundings.AsTheTestSays.current = new Visibility.Everything();
    }

    @Test
    void peopleAreListedByNameWithTheLinkToTheirRecord() {
        contact("b", "田中一郎");
        contact("a", "佐藤花子");

        as("csm")
                .get(path("contacts"))
                .then()
                .statusCode(200)
                .body("items.name", contains("佐藤花子", "田中一郎"))
                .body("items[0].email", equalTo("a@customer.example"))
                .body("items[0].source.system", equalTo("salesforce"))
                .body("items[0].source.url", startsWith("https://crm.example/"));
    }

    @Test
    void ticketsAnswersAndMailsAreListedNewestFirstPageByPage() {
        for (int day = 1; day <= 3; day++) {
            story.arrive(
                    workspace,
                    Origin.BACKFILL,
                    Dataset.TICKET,
                    story.fact(
                            customer,
                            Story.named(customer, "ticket " + day),
                            new TicketValues(
                                    "T-" + day,
                                    "件名",
                                    "新規",
                                    "高",
                                    Instant.parse("2026-11-0" + day + "T00:00:00Z"),
                                    day == 1 ? Instant.parse("2026-11-09T00:00:00Z") : null)));
            story.arrive(
                    workspace,
                    Origin.BACKFILL,
                    Dataset.SURVEY_RESPONSE,
                    story.fact(
                            customer,
                            Story.named(customer, "answer " + day),
                            new SurveyResponseValues(
                                    LocalDate.of(2026, 11, day), "a@customer.example", 6L + day, null, "便利です")));
        }
        story.message(workspace, customer, Origin.BACKFILL, "お見積もりの件", "本文");

        List<String> numbers = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = as("csm").queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(path("tickets"));
            assertThat(page.statusCode()).isEqualTo(200);
            numbers.addAll(page.path("items.ticketNumber"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        assertThat(numbers).containsExactly("T-3", "T-2", "T-1");
        as("csm").get(path("tickets")).then().body("items.open", contains(true, true, false));
        as("csm")
                .get(path("survey-responses"))
                .then()
                .body("items.nps", contains(9, 8, 7))
                .body("items[0].csat", nullValue());
        as("csm").get(path("messages")).then().body("items.subject", contains("お見積もりの件"));
    }

    @Test
    void theRecordsOfAPastTimeAreThoseThatWereTrueAndKnownThen() {
        arrive("a", "佐藤花子", 500, "2026-10-01T00:00:00Z");
        arrive("a", "鈴木花子", 501, "2026-11-01T00:00:00Z");
        story.arrive(
                workspace,
                Origin.BACKFILL,
                Dataset.CONTACT,
                new Fact(
                        Story.named(customer, "a"),
                        customer,
                        "src-a",
                        null,
                        502,
                        Instant.parse("2026-11-15T00:00:00Z"),
                        true,
                        null));

        as("csm").get(path("contacts")).then().body("items", empty());
        as("csm").get(path("contacts") + "?asOf=2026-10-15T00:00:00Z").then().body("items.name", contains("佐藤花子"));
        as("csm").get(path("contacts") + "?asOf=2026-11-02T00:00:00Z").then().body("items.name", contains("鈴木花子"));
        as("csm").get(path("contacts") + "?asOf=2026-09-01T00:00:00Z").then().body("items", empty());
        as("csm").get(path("contacts") + "?knownAt=2020-01-01T00:00:00Z").then().body("items", empty());
    }

    @Test
    void recordsOfAHiddenCustomerAreNotThere() {
        TestSurroundings.AsTheTestSays.current = new Visibility.OwnedBy(List.of(UUID.randomUUID()));
        for (String part : List.of("contacts", "tickets", "survey-responses", "messages")) {
            as("csm").get(path(part)).then().statusCode(404);
        }
    }

    private void contact(String name, String person) {
        arrive(name, person, 400, "2026-11-01T00:00:00Z");
    }

    private void arrive(String name, String person, long version, String validFrom) {
        story.arrive(
                workspace,
                Origin.BACKFILL,
                Dataset.CONTACT,
                new Fact(
                        Story.named(customer, name),
                        customer,
                        "src-" + name,
                        "https://crm.example/" + name,
                        version,
                        Instant.parse(validFrom),
                        false,
                        new ContactValues(person, null, name + "@customer.example", null, "情報システム部", "部長")));
    }

    private String path(String part) {
        return "/api/v1/customers/" + customer + "/" + part;
    }

    private RequestSpecification as(String role) {
        return given().header("Authorization", "Bearer " + Tokens.of("hanako", workspace, role));
    }
}
