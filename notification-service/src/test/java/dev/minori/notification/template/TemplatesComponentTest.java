package dev.minori.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.minori.notification.testing.NotificationSurroundings;
import dev.minori.notification.testing.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Templates as several people work on them. */
@QuarkusTest
@QuarkusTestResource(NotificationSurroundings.class)
class TemplatesComponentTest {
    private static final String PATH = "/api/v1/templates/task-due";
    private static final String DOCUMENT = TemplateFixtures.starter("task-due");

    private Story story;

    @BeforeEach
    void begin() {
        story = Story.begin();
    }

    @Test
    void nobodysChangeIsLostToAnothers() {
        String first = put(DOCUMENT, null).then().statusCode(200).extract().header("ETag");
        put(changed("A"), null).then().statusCode(428).body("type", endsWith("/version-required"));
        String second = put(changed("A"), first)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .extract()
                .header("ETag");

        assertThat(second).as("the draft was replaced").isNotEqualTo(first);
        put(changed("B"), first).then().statusCode(412).body("type", endsWith("/stale-version"));
        publish(first).then().statusCode(412).body("type", endsWith("/stale-version"));
        String published = publish(second)
                .then()
                .statusCode(200)
                .body("publishedVersion", equalTo(1))
                .extract()
                .header("ETag");
        put(changed("B"), second).then().statusCode(412);
        story.as("cs-ops").get(PATH).then().statusCode(200).header("ETag", equalTo(published));
        put(changed("B"), published).then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void everyChangeIsOnTheAuditTrail() {
        put(DOCUMENT, null).then().statusCode(200);
        story.as("cs-ops").post(PATH + "/publication").then().statusCode(200);

        story.as("admin")
                .queryParam("subjectType", "template")
                .queryParam("subjectId", "task-due")
                .get("/api/v1/audit-entries")
                .then()
                .statusCode(200)
                .body("items.action", contains("template-published", "template-draft-saved"));
    }

    @Test
    void templatesAndTheirVersionsComeInPages() {
        put(DOCUMENT, null).then().statusCode(200);
        for (String change : List.of("A", "B")) {
            story.as("cs-ops").post(PATH + "/publication").then().statusCode(200);
            put(changed(change), "*").then().statusCode(200);
        }

        List<String> keys = walk("/api/v1/templates", "key");
        assertThat(keys).isSorted().doesNotHaveDuplicates().contains("alert-opened", "playbook-mail", "task-due");
        assertThat(walk(PATH + "/versions", "version")).containsExactly("3", "2", "1");
        story.as("viewer")
                .get("/api/v1/templates?cursor=x")
                .then()
                .statusCode(400)
                .body("type", endsWith("/invalid-cursor"));
    }

    /** A field of all items, read in pages of one. */
    private List<String> walk(String path, String field) {
        List<String> values = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = story.as("viewer").queryParam("limit", 1);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(page.getList("items")).hasSize(1);
            values.add(page.getString("items[0]." + field));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return values;
    }

    private static String changed(String mark) {
        return DOCUMENT.replace("en: Task due", "en: Task due " + mark);
    }

    private Response put(String document, @Nullable String ifMatch) {
        RequestSpecification request = story.as("cs-ops")
                .contentType("application/yaml; charset=UTF-8")
                .body(document);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(PATH);
    }

    private Response publish(String ifMatch) {
        return story.as("cs-ops").header("If-Match", ifMatch).post(PATH + "/publication");
    }
}
