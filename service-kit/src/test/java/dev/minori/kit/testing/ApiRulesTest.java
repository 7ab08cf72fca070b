package dev.minori.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ApiRulesTest {
    @Test
    void everyWriteTakesAKeyOrAVersionOrSaysWhyNot() throws IOException {
        ApiDocument document = ApiDocument.ofJson("""
                {"paths": {
                  "/orders": {
                    "get": {},
                    "post": {"parameters": [{"name": "Idempotency-Key", "in": "header"}]},
                    "delete": {"parameters": [{"name": "If-Match", "in": "query"}]}},
                  "/orders/{id}": {
                    "put": {"parameters": [{"name": "id", "in": "path"}, {"name": "If-Match", "in": "header"}]},
                    "delete": {"x-safe-to-repeat": "what is gone stays gone"},
                    "patch": {"x-safe-to-repeat": " "}},
                  "/trials": {
                    "get": {"x-safe-to-repeat": "a question"},
                    "post": {"x-safe-to-repeat": "a question",
                             "parameters": [{"name": "Idempotency-Key", "in": "header"}]}}}}
                """);

        assertThat(ApiRules.unrepeatable(document))
                .extracting(finding -> finding.replaceAll(" (takes|says).*", ""))
                .containsExactlyInAnyOrder("DELETE /orders", "PATCH /orders/{id}", "GET /trials", "POST /trials");
    }

    @Test
    void everyListPagesOrSaysWhyItIsShort() throws IOException {
        String array = answer("{\"type\": \"array\"}");
        String page = answer("{\"$ref\": \"#/components/schemas/Page\"}");
        String paged =
                "\"parameters\": [{\"name\": \"limit\", \"in\": \"query\"}, {\"name\": \"cursor\", \"in\": \"query\"}]";
        ApiDocument document = ApiDocument.ofJson("""
                {"components": {"schemas": {"Page": {"properties": {"items": {"type": "array"}}}, "One": {}}},
                 "paths": {
                  "/all": {"get": {%1$s}},
                  "/cut": {"get": {%2$s}},
                  "/pages": {"get": {%2$s, %3$s}},
                  "/days": {"get": {%1$s, "x-bounded-list": "the days of a week"}},
                  "/said-twice": {"get": {%2$s, %3$s, "x-bounded-list": "few"}},
                  "/one": {"get": {"responses": {"200": {"content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/One"}}}}}}}}}
                """.formatted(array, page, paged));

        assertThat(ApiRules.unpaged(document))
                .extracting(finding -> finding.replaceAll(" (gives|says).*", ""))
                .containsExactlyInAnyOrder("GET /all", "GET /cut", "GET /said-twice");
    }

    private static String answer(String schema) {
        return "\"responses\": {\"200\": {\"content\": {\"application/json\": {\"schema\": " + schema + "}}}}";
    }
}
