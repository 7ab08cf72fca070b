package dev.minori.scoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.events.Origin;
import dev.minori.events.fact.Dataset;
import dev.minori.kit.testing.EndpointCells;
import dev.minori.kit.testing.ErasureSample;
import dev.minori.kit.testing.ParkedSample;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every endpoint of the API document, as nobody, without a role, and from another workspace. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "scoring"),
            @ResourceArg(name = "channels", value = "customer-facts,customer-facts-bulk,workspace-directory")
        })
class EndpointsComponentTest {
    private static final String[] ROLES = {"csm", "manager", "cs-ops", "admin"};
    private static final String VIEW = "{\"screen\": \"customers\", \"name\": \"危険な顧客\"}";

    @Inject
    Story story;

    @TestHTTPResource("/")
    URI base;

    @Test
    void noEndpointAnswersStrangers() throws Exception {
        UUID workspace = story.workspace();
        UUID stranger = story.workspace();
        UUID customer = story.customer(workspace, "株式会社みのり製作所", Origin.LIVE);
        story.usage(workspace, customer, Origin.BACKFILL, 28, 0, 5);
        story.arrive(
                workspace,
                Origin.LIVE,
                Dataset.CONTRACT,
                story.fact(
                        customer,
                        Story.named(customer, "契約"),
                        Story.contract(LocalDate.of(2026, 10, 5), LocalDate.of(2027, 1, 31))));
        story.compute(workspace);
        EndpointCells cells = new EndpointCells(base, workspace, stranger, ROLES);
        for (String part : List.of(
                "",
                "/health",
                "/health/explanation",
                "/health/history",
                "/timeline",
                "/usage",
                "/contacts",
                "/tickets",
                "/survey-responses",
                "/messages")) {
            cells.sample("/api/v1/customers/{customerId}" + part, "/api/v1/customers/" + customer + part);
        }
        cells.sample("/api/v1/saved-views/{id}", "/api/v1/saved-views/" + savedView(workspace));
        String dismissals = "/api/v1/follow-ups/" + customer + "/dismissals";
        cells.sample("/api/v1/follow-ups/{customerId}/dismissals", dismissals);
        for (String kind : List.of("scorecards", "segments")) {
            String one = "/api/v1/" + kind + "/" + firstId(workspace, kind);
            cells.sample("/api/v1/" + kind + "/{id}", one)
                    .sample("/api/v1/" + kind + "/{id}/versions", one + "/versions")
                    .sample("/api/v1/" + kind + "/{id}/versions/{version}", one + "/versions/1")
                    .sample("/api/v1/" + kind + "/{id}/publication", one + "/publication");
            for (String part : List.of("/members", "/would-have-fired")) {
                cells.sample("/api/v1/segments/{id}" + part, one + part);
            }
        }
        cells.sample(
                "/api/v1/parked-messages/{channel}/{key}/replays", ParkedSample.replays(workspace, "customer-facts"));
        String movements = "/api/v1/portfolio/mrr-movements/customers";
        cells.sample(movements, movements + "?from=2026-10&to=2026-10");
        String payers = "/api/v1/portfolio/mrr/customers";
        cells.sample(payers, payers + "?on=2026-10-31");
        cells.body("POST /api/v1/follow-ups/{customerId}/dismissals", "{\"untilNews\": true}")
                .body("PUT /api/v1/saved-views/{id}", VIEW)
                .yaml("PUT /api/v1/scorecards/{id}", yaml("scorecards/standard"))
                .yaml("PUT /api/v1/segments/{id}", yaml("segments/band-fell"))
                .sample("PUT /api/v1/scorecards/{id}", "/api/v1/scorecards/standard")
                .sample("PUT /api/v1/segments/{id}", "/api/v1/segments/band-fell")
                .choosesKey("PUT /api/v1/scorecards/{id}")
                .choosesKey("PUT /api/v1/segments/{id}");

        String question = """
                {"customerId": "%s", "condition": "has(customer.name)"}
                """.formatted(customer);
        assertThat(outcome(workspace, question)).isEqualTo("TRUE");
        assertThat(outcome(stranger, question))
                .as("nothing is known of a customer of others")
                .isEqualTo("UNKNOWN");
        cells.sample("/api/v1/follow-ups", "/api/v1/follow-ups?owner=all");
        cells.sample(
                "/api/v1/portfolio/contracts-ending", "/api/v1/portfolio/contracts-ending?from=2026-11&to=2027-06");
        cells.items("POST /api/v1/erasures/replays", ErasureSample.replay(workspace))
                .choosesKey("POST /api/v1/erasures/replays")
                .alike("GET /api/v1/audit-trail/verification", "a verdict about an unbroken chain is the same for all")
                .items("POST /api/v1/conditions/evaluations", question)
                .namesNothing("POST /api/v1/conditions/validations", "a condition names no thing of a workspace")
                .namesNothing("POST /api/v1/saved-views", "a view is the caller's own");

        assertThat(cells.findings()).isEmpty();
        assertThat(cells.asked()).isGreaterThan(150);
    }

    private static String outcome(UUID workspace, String question) {
        return given().header("Authorization", "Bearer " + Tokens.of("asker", workspace, ROLES))
                .contentType("application/json")
                .body(question)
                .post("/api/v1/conditions/evaluations")
                .path("outcome");
    }

    private static String yaml(String starter) throws IOException {
        try (InputStream yaml = EndpointsComponentTest.class.getResourceAsStream("/starter/" + starter + ".yaml")) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String savedView(UUID workspace) {
        return given().header("Authorization", "Bearer " + Tokens.of("owner", workspace, ROLES))
                .contentType("application/json")
                .body(VIEW)
                .post("/api/v1/saved-views")
                .path("id");
    }

    private static String firstId(UUID workspace, String kind) {
        return given().header("Authorization", "Bearer " + Tokens.of("owner", workspace, ROLES))
                .get("/api/v1/" + kind)
                .path("items[0].id");
    }
}
