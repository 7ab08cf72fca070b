package dev.minori.playbook.definition;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.minori.playbook.testing.PlaybookComponentTest;
import dev.minori.playbook.testing.Surroundings;
import dev.minori.playbook.testing.Trial;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Documents on their way from draft to force, over HTTP. */
@PlaybookComponentTest
class PublicationComponentTest {
    private static final String PATH = "/api/v1/playbooks/usage-drop-follow-up";
    private static final String DOCUMENT = Trial.resource("/starter/playbooks/usage-drop-follow-up.yaml");

    @Inject
    Trial trial;

    @AfterEach
    void conditionsAreGoodAgain() {
        Surroundings.scoringValidates(200);
    }

    @Test
    void aDraftIsNotInForceUntilItIsPublishedAndPublishingTwiceIsPublishingOnce() {
        trial.open();

        save(DOCUMENT, false).then().statusCode(200).body("publishedVersion", nullValue());
        for (int i = 0; i < 2; i++) {
            publish().then().statusCode(200).body("publishedVersion", equalTo(1));
        }
        save(DOCUMENT.replace("businessDays: 3", "businessDays: 5"), true)
                .then()
                .statusCode(200)
                .body("publishedVersion", equalTo(2));
        versions().then().body("items.version", contains(2, 1)).body("items.state", contains("published", "published"));
    }

    @Test
    void aMistakenConditionIsToldAtItsPlaceAndLeavesWhatIsInForce() {
        trial.open();
        save(DOCUMENT, true).then().statusCode(200);

        Surroundings.scoringValidates(400);
        save(DOCUMENT.replace("businessDays: 3", "businessDays: 5"), true)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", endsWith("/invalid-document"))
                .body("errors.pointer", contains("/steps/2/branch/condition"))
                .body("errors[0].code", equalTo("unknown-name"))
                .body("errors[0].detail", containsString("1行目1文字目"));

        trial.as("ops", "cs-ops").get(PATH).then().body("publishedVersion", equalTo(1));
        versions().then().body("items.state", contains("draft", "published"));
    }

    @Test
    void nothingIsLostWhileConditionsCannotBeChecked() {
        trial.open();
        Surroundings.scoringValidates(500);

        save(DOCUMENT, true)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", endsWith("/unavailable"))
                .body("detail", containsString("下書き"));
        versions().then().body("items.state", contains("draft"));

        Surroundings.scoringValidates(200);
        publish().then().statusCode(200).body("publishedVersion", equalTo(1));
    }

    @Test
    void nobodysChangeIsLostToAnothers() {
        trial.open();
        String first = save(DOCUMENT, false).header("ETag");
        String five = DOCUMENT.replace("businessDays: 3", "businessDays: 5");
        String seven = DOCUMENT.replace("businessDays: 3", "businessDays: 7");

        save(five, false, null).then().statusCode(428).body("type", endsWith("/version-required"));
        String second =
                save(five, false, first).then().statusCode(200).extract().header("ETag");
        save(seven, true, first).then().statusCode(412).body("type", endsWith("/stale-version"));
        publish(first).then().statusCode(412).body("type", endsWith("/stale-version"));
        publish(second).then().statusCode(200).body("publishedVersion", equalTo(1));
        publish(second).then().statusCode(200).body("publishedVersion", equalTo(1));

        versions().then().body("items.version", contains(1));
    }

    private Response save(String document, boolean publish) {
        return save(document, publish, "*");
    }

    private Response save(String document, boolean publish, @Nullable String ifMatch) {
        RequestSpecification request = trial.as("ops", "cs-ops");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .contentType("application/yaml")
                .body(document.getBytes(StandardCharsets.UTF_8))
                .queryParam("publish", publish)
                .put(PATH);
    }

    private Response publish(String ifMatch) {
        return trial.as("ops", "cs-ops").header("If-Match", ifMatch).post(PATH + "/publication");
    }

    private Response publish() {
        return trial.as("ops", "cs-ops").post(PATH + "/publication");
    }

    private Response versions() {
        return trial.as("ops", "cs-ops").get(PATH + "/versions");
    }
}
