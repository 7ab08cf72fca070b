package dev.minori.simulators.kintone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the vendor's description given, every answer of every test is held against it; here is what no test asks for. */
class DescribedAnswersComponentTest {

    private static final KintoneUser TOKEN = KintoneUser.token("demo-token-all");

    @BeforeEach
    void theDescriptionIsGiven() {
        assumeTrue(
                KintoneDescription.given().isPresent(),
                "left out: kintone's answers were not held against the official OpenAPI description, because "
                        + KintoneDescription.SETTING + " names no file or folder that is there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.json?id=3",
                "app/form/fields.json?app=1",
                "app/form/layout.json?app=1",
                "app/settings.json?app=2",
                "app/status.json?app=1",
                "app/acl.json?app=1",
                "record/acl.json?app=1",
                "field/acl.json?app=1",
                "record.json?app=1&id=1",
                "records.json?app=1&totalCount=true",
                "records.json?app=3&query=limit%20500",
                "record/comments.json?app=1&record=1",
                "records/acl/evaluate.json?app=1&ids[0]=1"
            })
    void answersAreAsDescribed(String path) {
        assertThat(TOKEN.get(path).isObject()).isTrue();
    }

    @Test
    void listsOfAppsAndCursorsAreAsDescribed() {
        assertThat(KintoneUser.person("demo", "demo-password").get("apps.json").path("apps"))
                .isNotEmpty();
        JsonNode cursor = TOKEN.post("records/cursor.json", "{\"app\":2,\"size\":500}");
        TOKEN.get("records/cursor.json?id=" + cursor.path("id").asText());
        KintoneUser.ok(TOKEN.call(
                "DELETE",
                "records/cursor.json",
                "{\"id\":\""
                        + TOKEN.post("records/cursor.json", "{\"app\":2}")
                                .path("id")
                                .asText()
                        + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"records\":[{\"名\":{\"type\":\"TEXT\",\"value\":\"x\"}}],\"totalCount\":null}",
                "{\"records\":[{\"数\":{\"type\":\"NUMBER\",\"value\":15}}],\"totalCount\":null}",
                "{\"records\":[],\"totalCount\":null,\"next\":true}",
                "{\"records\":{}}"
            })
    void answersThatAreNotAsDescribedAreFound(String body) {
        assertThatThrownBy(() -> KintoneDescription.given()
                        .orElseThrow()
                        .check("GET", "/k/v1/records.json", 200, "application/json", body))
                .isInstanceOf(AssertionError.class);
    }
}
