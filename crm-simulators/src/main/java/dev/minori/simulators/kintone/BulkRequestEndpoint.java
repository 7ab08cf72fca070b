package dev.minori.simulators.kintone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.minori.simulators.http.InnerExchange;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.http.Router;
import dev.minori.simulators.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code bulkRequest.json}: up to twenty writes, of one app or several, in one transaction. Source: kintone developer
 * documentation, "Bulk Request".
 */
final class BulkRequestEndpoint {

    private static final int MAX_REQUESTS = 20;
    private static final Set<String> ALLOWED = Set.of(
            "POST /record.json",
            "PUT /record.json",
            "POST /records.json",
            "PUT /records.json",
            "DELETE /records.json",
            "PUT /record/status.json",
            "PUT /records/status.json",
            "PUT /record/assignees.json");

    private final Database database;
    private final Router<KintoneDoor.Endpoint> endpoints;

    BulkRequestEndpoint(Database database, Router<KintoneDoor.Endpoint> endpoints) {
        this.database = database;
        this.endpoints = endpoints;
    }

    /** {@code POST bulkRequest.json}. */
    void run(KintoneCall call) throws IOException, SQLException {
        List<JsonNode> requests = requests(call);
        List<Object> results = new ArrayList<>();
        List<KintoneFault> failed = new ArrayList<>();
        database.together(() -> {
            for (int i = 0; i < requests.size(); i++) {
                try {
                    results.add(one(call, requests.get(i), i));
                } catch (KintoneFault fault) {
                    results.add(fault);
                    failed.add(fault);
                    return Optional.empty();
                }
            }
            return Optional.of(true);
        });
        if (failed.isEmpty()) {
            call.json(Map.of("results", results));
        } else {
            throw new BulkRequestFault(failed.getFirst(), results.size() - 1, requests.size());
        }
    }

    private static List<JsonNode> requests(KintoneCall call) {
        JsonNode given = call.parameters().path("requests");
        if (!given.isArray() || given.isEmpty()) {
            throw KintoneFault.required("requests");
        }
        if (given.size() > MAX_REQUESTS) {
            throw KintoneFault.invalid(
                    "requests",
                    "一度に" + MAX_REQUESTS + "件までのリクエストを指定できます。",
                    "A maximum of " + MAX_REQUESTS + " requests can be specified at one time.");
        }
        List<JsonNode> requests = new ArrayList<>();
        given.forEach(requests::add);
        return requests;
    }

    private JsonNode one(KintoneCall call, JsonNode request, int index) throws SQLException {
        String method = request.path("method").asText("").toUpperCase(Locale.ROOT);
        String api = request.path("api").asText("");
        KintonePath asked = KintonePath.of(api).orElse(new KintonePath(0, api));
        String path = asked.resource();
        JsonNode payload = request.path("payload");
        if (!ALLOWED.contains(method + " " + path)) {
            throw KintoneFault.invalid(
                    "requests[" + index + "].api",
                    "bulkRequestで実行できないAPIです。（このシミュレーターでは " + method + " " + api + "）",
                    "The API cannot be run by bulkRequest (here: " + method + " " + api + ").");
        }
        if (asked.space() != call.space()) {
            throw KintoneFault.invalid(
                    "requests[" + index + "].api",
                    "同じスペースのアプリに対するAPIのみ指定できます。",
                    "Only apps of the same space can be operated in one request.");
        }
        if (!payload.isObject()) {
            throw KintoneFault.required("requests[" + index + "].payload");
        }
        InnerExchange inner = new InnerExchange(call.exchange(), method, api, Map.of(), new byte[0]);
        if (endpoints.find(method, path) instanceof Router.Outcome.Found<KintoneDoor.Endpoint> found) {
            try {
                found.target().answer(new KintoneCall(inner, call.caller(), asked.space(), payload));
                return inner.answer().length == 0
                        ? JsonNodeFactory.instance.objectNode()
                        : Json.MAPPER.readTree(inner.answer());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException(method + " " + path + " has no endpoint");
    }

    /** One of the requests failed, and with it all: the answer tells which, and has an empty place for each other. */
    static final class BulkRequestFault extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient KintoneFault fault;
        private final int index;
        private final int size;

        BulkRequestFault(KintoneFault fault, int index, int size) {
            super(fault);
            this.fault = fault;
            this.index = index;
            this.size = size;
        }

        KintoneFault fault() {
            return fault;
        }

        Object document(Object error) {
            List<Object> results = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                results.add(i == index ? error : Map.of());
            }
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("results", results);
            return document;
        }
    }
}
