package dev.minori.simulators.salesforce.composite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.http.InnerExchange;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.Call;
import dev.minori.simulators.salesforce.Endpoints;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.record.JsonBodies;
import dev.minori.simulators.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /composite} and {@code /composite/batch}: up to 25 requests in one, counted as one call. Source: REST API
 * Developer Guide, "Composite" and "Batch".
 */
public final class CompositeEndpoints {

    private static final int MAX_REQUESTS = 25;
    private static final int MAX_QUERIES = 5;
    private static final Pattern INNER = Pattern.compile(
            "/services/data/v(\\d{1,3}\\.0)(/(?:sobjects|query|queryAll|composite/sobjects)(?:[/?].*)?)");
    private static final Pattern REFERENCE_ID = Pattern.compile("[A-Za-z0-9_]+");

    private final Database database;
    private final Endpoints endpoints;

    public CompositeEndpoints(Database database, Endpoints endpoints) {
        this.database = database;
        this.endpoints = endpoints;
    }

    /** {@code POST /composite}: later requests may refer to earlier answers; with {@code allOrNone} all stand or fall. */
    public void composite(Call call) throws IOException, SQLException {
        ObjectNode body = JsonBodies.object(call.exchange().body());
        List<JsonNode> requests = requests(body, "compositeRequest");
        checkReferenceIds(requests);
        boolean allOrNone = body.path("allOrNone").asBoolean(false);
        List<Map<String, Object>> answers = new ArrayList<>();
        boolean kept = true;
        if (allOrNone) {
            Optional<Boolean> done = database.together(() -> {
                run(call, requests, answers);
                return answers.stream().allMatch(CompositeEndpoints::succeeded) ? Optional.of(true) : Optional.empty();
            });
            kept = done.isPresent();
        } else {
            run(call, requests, answers);
        }
        if (!kept) {
            answers.replaceAll(answer -> succeeded(answer) ? halted(answer) : answer);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("compositeResponse", answers);
        call.json(200, document);
    }

    private static boolean succeeded(Map<String, Object> answer) {
        return answer.get("httpStatusCode") instanceof Integer status && status < 300;
    }

    private static Map<String, Object> halted(Map<String, Object> answer) {
        Map<String, Object> halted = new LinkedHashMap<>(answer);
        halted.put(
                "body",
                List.of(Map.of(
                        "errorCode",
                        "PROCESSING_HALTED",
                        "message",
                        "The transaction was rolled back since another operation in the same transaction failed.")));
        halted.put("httpHeaders", Map.of());
        halted.put("httpStatusCode", 400);
        return halted;
    }

    private void run(Call call, List<JsonNode> requests, List<Map<String, Object>> answers) {
        References references = new References();
        for (JsonNode request : requests) {
            String referenceId = request.path("referenceId").asText();
            InnerExchange inner = one(call, request, references);
            JsonNode body = body(inner);
            references.put(referenceId, inner.status() < 300, body);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("body", body);
            answer.put("httpHeaders", headers(inner));
            answer.put("httpStatusCode", inner.status());
            answer.put("referenceId", referenceId);
            answers.add(answer);
        }
    }

    private InnerExchange one(Call call, JsonNode request, References references) {
        Map<String, String> headers = new HashMap<>();
        request.path("httpHeaders")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        JsonNode given = request.path("body");
        String target = request.path("url").asText("");
        byte[] body = {};
        SalesforceFault unresolved = null;
        try {
            target = references.inUrl(target);
            body = given.isMissingNode() || given.isNull() ? body : Json.bytes(references.inBody(given));
        } catch (SalesforceFault fault) {
            unresolved = fault;
        }
        String method = request.path("method").asText("");
        return answered(call, method, target, headers, body, unresolved);
    }

    private InnerExchange answered(
            Call call,
            String method,
            String target,
            Map<String, String> headers,
            byte[] body,
            @org.jspecify.annotations.Nullable SalesforceFault unresolved) {
        InnerExchange inner = new InnerExchange(call.exchange(), method, target, headers, body);
        try {
            Endpoints.answering(inner, () -> {
                if (unresolved != null) {
                    throw unresolved;
                }
                Matcher path = INNER.matcher(target);
                if (!path.matches()) {
                    throw new SalesforceFault(
                            400, "INVALID_INPUT", "The url '" + target + "' is not allowed inside a composite request");
                }
                String rest = path.group(2);
                int question = rest.indexOf('?');
                endpoints.answer(
                        inner, call.session(), path.group(1), question < 0 ? rest : rest.substring(0, question));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return inner;
    }

    private static JsonNode body(InnerExchange inner) {
        byte[] answer = inner.answer();
        if (answer.length == 0) {
            return NullNode.instance;
        }
        try {
            return Json.MAPPER.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> headers(InnerExchange inner) {
        JsonNode body = body(inner);
        boolean created =
                inner.status() == 201 && body.hasNonNull("id") && inner.path().contains("/sobjects/");
        if (!created) {
            return Map.of();
        }
        String object = inner.path().replaceFirst(".*/sobjects/([^/]+).*", "$1");
        String root = inner.path().replaceFirst("/sobjects/.*", "");
        return Map.of(
                "Location", root + "/sobjects/" + object + "/" + body.path("id").asText());
    }

    private static List<JsonNode> requests(ObjectNode body, String name) {
        JsonNode given = body.path(name);
        if (!given.isArray() || given.isEmpty()) {
            throw new SalesforceFault(400, "INVALID_INPUT", name + " must be an array of requests");
        }
        List<JsonNode> requests = new ArrayList<>();
        given.forEach(requests::add);
        long queries = requests.stream()
                .filter(request ->
                        request.path("url").asText("").matches(".*/(query(All)?|composite/sobjects)([/?].*)?"))
                .count();
        if (requests.size() > MAX_REQUESTS || (name.equals("compositeRequest") && queries > MAX_QUERIES)) {
            throw new SalesforceFault(
                    400,
                    "LIMIT_EXCEEDED",
                    "A request may hold up to " + MAX_REQUESTS + " subrequests, of which up to " + MAX_QUERIES
                            + " may be queries or collections");
        }
        return requests;
    }

    private static void checkReferenceIds(List<JsonNode> requests) {
        List<String> seen = new ArrayList<>();
        for (JsonNode request : requests) {
            String id = request.path("referenceId").asText("");
            if (!REFERENCE_ID.matcher(id).matches() || seen.contains(id)) {
                throw new SalesforceFault(
                        400, "INVALID_INPUT", "every subrequest needs a referenceId of its own, was '" + id + "'");
            }
            seen.add(id);
        }
    }

    /** {@code POST /composite/batch}: independent requests; {@code haltOnError} stops at the first that fails. */
    public void batch(Call call) throws IOException, SQLException {
        ObjectNode body = JsonBodies.object(call.exchange().body());
        boolean haltOnError = body.path("haltOnError").asBoolean(false);
        List<Map<String, Object>> results = new ArrayList<>();
        boolean failed = false;
        for (JsonNode request : requests(body, "batchRequests")) {
            Map<String, Object> result = new LinkedHashMap<>();
            if (failed && haltOnError) {
                result.put("statusCode", 412);
                result.put(
                        "result",
                        List.of(Map.of(
                                "errorCode",
                                "BATCH_PROCESSING_HALTED",
                                "message",
                                "Batch processing halted per request")));
            } else {
                String url = request.path("url").asText("");
                String target =
                        url.startsWith("/services/data/") ? url : "/services/data/" + url.replaceFirst("^/", "");
                JsonNode input = request.path("richInput");
                byte[] bytes =
                        input.isMissingNode() ? new byte[0] : input.toString().getBytes(StandardCharsets.UTF_8);
                InnerExchange inner = answered(call, request.path("method").asText(""), target, Map.of(), bytes, null);
                failed |= inner.status() >= 300;
                result.put("statusCode", inner.status());
                result.put("result", body(inner));
            }
            results.add(result);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("hasErrors", failed);
        document.put("results", results);
        call.json(200, document);
    }
}
