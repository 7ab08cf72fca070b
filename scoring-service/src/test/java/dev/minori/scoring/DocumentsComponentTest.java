package dev.minori.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.events.Origin;
import dev.minori.kit.testing.ServiceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody's change of a document is lost to another's, and each is on the audit trail. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "scoring"),
            @ResourceArg(name = "channels", value = "customer-facts,customer-facts-bulk,workspace-directory")
        })
class DocumentsComponentTest {
    private static final String PATH = "/api/v1/segments/many-users";
    private static final String DOCUMENT = """
            key: many-users
            name: {ja: 利用者が多い顧客, en: Many users}
            subject: customer
            condition: usage.last(days(28)).max(u, u.activeUsers) > 30
            """;

    @Inject
    Story story;

    private UUID workspace;

    @BeforeEach
    void aWorkspace() {
        workspace = story.workspace();
    }

    @Test
    void aChangeNeedsTheETagOfWhatItChanges() {
        String first = put(DOCUMENT, null).then().statusCode(200).extract().header("ETag");
        put(DOCUMENT.replace("30", "40"), null)
                .then()
                .statusCode(428)
                .contentType("application/problem+json")
                .body("type", endsWith("/version-required"));
        String second = put(DOCUMENT.replace("30", "40"), first)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .extract()
                .header("ETag");

        put(DOCUMENT.replace("30", "50"), first)
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("type", endsWith("/stale-version"));
        as().get(PATH).then().statusCode(200).header("ETag", equalTo(second));
        as().get(PATH + "/versions").then().body("items.document.condition", contains(endsWith("> 40")));
    }

    @Test
    void whoeverANewSegmentFindsWasThereBeforeAndIsNoNews() {
        story.customer(workspace, "株式会社おおぜい", Origin.LIVE);
        story.compute(workspace);
        story.told(workspace);

        publish(put(DOCUMENT, null).header("ETag")).then().statusCode(200);
        story.compute(workspace);

        List<JsonNode> told = story.told(workspace);
        assertThat(told)
                .anySatisfy(each ->
                        assertThat(each.at("/event/segmentKey").asText()).isEqualTo("many-users"));
        assertThat(told)
                .allSatisfy(each -> assertThat(each.at("/origin").asText()).isEqualTo("backfill"));
    }

    @Test
    void onlyWhatTheReaderSawIsPublished() {
        String seen = put(DOCUMENT, null).header("ETag");
        String changed = put(DOCUMENT.replace("30", "40"), seen).header("ETag");

        publish(seen).then().statusCode(412).body("type", endsWith("/stale-version"));
        String published = publish(changed)
                .then()
                .statusCode(200)
                .body("state", equalTo("published"))
                .extract()
                .header("ETag");

        publish(changed).then().statusCode(200).header("ETag", equalTo(published));
        as().get(PATH).then().header("ETag", equalTo(published));
    }

    @Test
    void everyChangeIsOnTheAuditTrail() {
        String id = put(DOCUMENT, null).path("id");
        publish(null).then().statusCode(200);
        publish(null).then().statusCode(200);
        put(DOCUMENT.replace("30", "40"), "*").then().statusCode(200);

        Callers.as(workspace, "admin")
                .queryParam("subjectType", "segment")
                .queryParam("subjectId", id)
                .get("/api/v1/audit-entries")
                .then()
                .statusCode(200)
                .body("items.action", contains("segment-draft-saved", "segment-published", "segment-draft-saved"))
                .body("items.actor", contains("tester", "tester", "tester"))
                .body("items.details.version", contains("2", "1", "1"));
    }

    private Response put(String document, @Nullable String ifMatch) {
        RequestSpecification request = as().contentType("application/yaml").body(document);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(PATH);
    }

    private Response publish(@Nullable String ifMatch) {
        return (ifMatch == null ? as() : as().header("If-Match", ifMatch)).post(PATH + "/publication");
    }

    private RequestSpecification as() {
        return Callers.as(workspace, "cs-ops");
    }
}
