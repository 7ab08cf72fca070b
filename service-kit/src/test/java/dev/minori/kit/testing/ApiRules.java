package dev.minori.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.kit.apidocument.BoundedList;
import dev.minori.kit.apidocument.SafeToRepeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What every operation of an API promises, read from its OpenAPI document: a new one that does not fails its service's
 * test.
 */
public final class ApiRules {
    private static final Set<String> WRITES = Set.of("post", "put", "patch", "delete");
    private static final Set<String> ONCE = Set.of("Idempotency-Key", "If-Match");

    private ApiRules() {}

    /**
     * Writes that nobody may send twice: each takes an {@code Idempotency-Key} or {@code If-Match}, or says in the
     * document why it needs neither.
     */
    public static List<String> unrepeatable(ApiDocument document) {
        return findings(document, (method, operation) -> {
            boolean write = WRITES.contains(method);
            boolean takesOne = parameters(operation, "header").anyMatch(ONCE::contains);
            String why = operation.path(SafeToRepeat.NAME).asText().strip();
            if (write && !takesOne && why.isEmpty()) {
                return "takes neither Idempotency-Key nor If-Match and does not say why by " + SafeToRepeat.NAME;
            }
            return !why.isEmpty() && (!write || parameters(operation, "header").anyMatch("Idempotency-Key"::equals))
                    ? "says by " + SafeToRepeat.NAME + " what goes without saying"
                    : "";
        });
    }

    /** Lists that grow and are given whole: each takes {@code limit} and {@code cursor}, or says why it is short. */
    public static List<String> unpaged(ApiDocument document) {
        return findings(document, (method, operation) -> {
            boolean list = "get".equals(method) && isList(document, operation);
            boolean pages = parameters(operation, "query").anyMatch("cursor"::equals)
                    && parameters(operation, "query").anyMatch("limit"::equals);
            String why = operation.path(BoundedList.NAME).asText().strip();
            if (list && !pages && why.isEmpty()) {
                return "gives a list without limit and cursor and does not say why by " + BoundedList.NAME;
            }
            return !why.isEmpty() && (!list || pages)
                    ? "says by " + BoundedList.NAME + " what goes without saying"
                    : "";
        });
    }

    /** An array, or an object whose items are one. */
    private static boolean isList(ApiDocument document, JsonNode operation) {
        JsonNode schema = operation.at("/responses/200/content/application~1json/schema");
        if (schema.has("$ref")) {
            schema = document.tree().at(schema.get("$ref").asText().substring(1));
        }
        return isArray(schema) || isArray(schema.at("/properties/items"));
    }

    private static boolean isArray(JsonNode schema) {
        return "array".equals(schema.path("type").asText());
    }

    private static List<String> findings(ApiDocument document, BiFunction<String, JsonNode, String> judge) {
        List<String> findings = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.tree().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String finding = judge.apply(operation.getKey(), operation.getValue());
                if (!finding.isEmpty()) {
                    findings.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey() + " " + finding);
                }
            }
        }
        return findings;
    }

    private static Stream<String> parameters(JsonNode operation, String in) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> in.equals(parameter.path("in").asText()))
                .map(parameter -> parameter.path("name").asText());
    }
}
