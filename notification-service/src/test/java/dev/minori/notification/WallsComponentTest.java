package dev.minori.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.testing.EndpointCells;
import dev.minori.kit.testing.ErasureSample;
import dev.minori.kit.testing.ParkedSample;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.testing.TenantCatalogue;
import dev.minori.notification.template.TemplateFixtures;
import dev.minori.notification.testing.NotificationSurroundings;
import dev.minori.notification.testing.Sink;
import dev.minori.notification.testing.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No workspace reads or changes anything of another. */
@QuarkusTest
@QuarkusTestResource(NotificationSurroundings.class)
class WallsComponentTest {
    @TestHTTPResource("/")
    URI base;

    @Test
    void noTableLeaks() throws Exception {
        TenantCatalogue catalogue = new TenantCatalogue(ServiceTestResource.database());
        Story story = Story.begin();
        story.awaitState(story.request(), "delivered");

        assertThat(catalogue.findings()).isEmpty();
        assertThat(catalogue.leaks()).isEmpty();
        assertThat(catalogue.rowsSeenBy(story.workspace, "delivery")).isEqualTo(1);
        assertThat(catalogue.tenantTables())
                .contains(
                        "delivery",
                        "delivery_attempt",
                        "in_app_notification",
                        "messaging_channel",
                        "preference",
                        "template_version");
    }

    @Test
    void noEndpointAnswersForAnotherWorkspace() throws Exception {
        Story story = Story.begin();
        UUID requestId = story.request();
        String delivery = story.awaitState(requestId, "delivered").getString("id");
        String channel = story.as("admin")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "#cs", "webhookUrl", Sink.hookUrl("walls")))
                .post("/api/v1/channels")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        EndpointCells cells = new EndpointCells(
                        base, story.workspace, UUID.randomUUID(), "admin", "cs-ops", "manager", "csm", "integrator")
                .sample("/api/v1/deliveries/{id}", "/api/v1/deliveries/" + delivery)
                .sample("/api/v1/deliveries/{id}/resend", "/api/v1/deliveries/" + delivery + "/resend")
                .sample("/api/v1/channels/{id}", "/api/v1/channels/" + channel)
                .sample("/api/v1/channels/{id}/test", "/api/v1/channels/" + channel + "/test")
                .sample("/api/v1/in-app-notifications/{id}/read", "/api/v1/in-app-notifications/" + delivery + "/read")
                .sample("/api/v1/recipients/{memberId}", "/api/v1/recipients/" + story.hanako)
                .sample(
                        "/api/v1/recipients/{memberId}/suppression",
                        "/api/v1/recipients/" + story.hanako + "/suppression")
                .sample("/api/v1/preferences/{memberId}", "/api/v1/preferences/" + story.hanako)
                .sample(
                        "/api/v1/parked-messages/{channel}/{key}/replays",
                        ParkedSample.replays(story.workspace, "notifications"))
                .sample("/api/v1/templates/{key}", "/api/v1/templates/alert-opened")
                .sample("/api/v1/templates/{key}/versions", "/api/v1/templates/alert-opened/versions")
                .sample("/api/v1/templates/{key}/versions/{version}", "/api/v1/templates/alert-opened/versions/1")
                .sample("/api/v1/templates/{key}/publication", "/api/v1/templates/alert-opened/publication")
                .sample("/api/v1/templates/{key}/preview", "/api/v1/templates/alert-opened/preview");

        cells.body("PUT /api/v1/channels/{id}", "{\"name\": \"#cs2\"}")
                .body("PUT /api/v1/preferences/{memberId}", "{\"email\": true, \"inApp\": false}")
                .body("POST /api/v1/templates/{key}/preview", "{\"language\": \"ja\", \"data\": {}}")
                .yaml("PUT /api/v1/templates/{key}", TemplateFixtures.starter("alert-opened"))
                .choosesKey("PUT /api/v1/templates/{key}")
                .ownerCalled("hanako")
                .common("0190a000-0000-7000-8000-00000000a001", "0190a000-0000-7000-8000-00000000c001")
                .uncontrolled("POST /api/v1/in-app-notifications/{id}/read", "a mail: BellComponentTest reads one");

        cells.namesNothing("POST /api/v1/channels", "a channel names nothing of a workspace")
                .namesNothing("POST /api/v1/in-app-notifications/read", "it reads the caller's own up to a moment");
        cells.items("POST /api/v1/erasures/replays", ErasureSample.replay(story.workspace))
                .choosesKey("POST /api/v1/erasures/replays")
                .alike("GET /api/v1/audit-trail/verification", "a verdict about an unbroken chain is the same for all");

        assertThat(cells.findings()).isEmpty();
        assertThat(cells.asked()).isGreaterThan(120);
    }
}
