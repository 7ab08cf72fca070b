package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.encoded;
import static dev.minori.simulators.RunningSimulators.salesforce;
import static dev.minori.simulators.RunningSimulators.send;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls of the REST API with a session of the demo org. */
final class SalesforceClient {

    private final String token;

    private SalesforceClient(String token) {
        this.token = token;
    }

    static SalesforceClient demo() {
        return new SalesforceClient(token("minori-demo", "minori-demo-secret")
                .json()
                .path("access_token")
                .asText());
    }

    static SalesforceClient load() {
        return new SalesforceClient(token("minori-load", "minori-load-secret")
                .json()
                .path("access_token")
                .asText());
    }

    static SalesforceClient withToken(String token) {
        return new SalesforceClient(token);
    }

    static Answer token(String clientId, String secret) {
        return send(
                "POST",
                salesforce() + "/services/oauth2/token",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "grant_type=client_credentials&client_id=" + encoded(clientId) + "&client_secret=" + encoded(secret));
    }

    String token() {
        return token;
    }

    Answer call(String method, String path, String body, String... headers) {
        Map<String, String> all = new HashMap<>();
        all.put("Authorization", "Bearer " + token);
        all.put("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        String url = path.startsWith("/services") ? salesforce() + path : salesforce() + "/services/data/v65.0" + path;
        return send(method, url, all, body);
    }

    Answer get(String path, String... headers) {
        return call("GET", path, "", headers);
    }

    Answer query(String soql) {
        return get("/query?q=" + encoded(soql));
    }

    /** All records of a query, page by page. */
    List<JsonNode> all(String soql, String... headers) {
        List<JsonNode> records = new ArrayList<>();
        Answer answer = get("/query?q=" + encoded(soql), headers);
        while (true) {
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.toString());
            }
            answer.json().path("records").forEach(records::add);
            if (answer.json().path("done").asBoolean()) {
                return records;
            }
            answer = get(answer.json().path("nextRecordsUrl").asText(), headers);
        }
    }

    String create(String object, String body) {
        Answer answer = call("POST", "/sobjects/" + object, body);
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.json().path("id").asText();
    }
}
