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
}
