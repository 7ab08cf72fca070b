package dev.minori.simulators.kintone;

import static dev.minori.simulators.RunningSimulators.kintone;
import static dev.minori.simulators.RunningSimulators.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.RunningSimulators.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Somebody who calls the simulator: with API tokens or a password, outside of guest spaces or in one. */
record KintoneUser(String header, String secret, String root) {

    static KintoneUser token(String tokens) {
        return new KintoneUser("X-Cybozu-API-Token", tokens, "/k/v1/");
    }

    static KintoneUser person(String login, String password) {
        String pair = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new KintoneUser("X-Cybozu-Authorization", pair, "/k/v1/");
    }

    KintoneUser in(int guestSpace) {
        return new KintoneUser(header, secret, "/k/guest/" + guestSpace + "/v1/");
    }

    Answer call(String method, String path, String body) {
        Map<String, String> headers = new HashMap<>(Map.of(header, secret, "Accept-Language", "ja"));
        if (!body.isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        return send(method, kintone() + root + path, headers, body);
    }

    JsonNode get(String path) {
        return ok(call("GET", path, ""));
    }

    JsonNode post(String path, String body) {
        return ok(call("POST", path, body));
    }

    JsonNode put(String path, String body) {
        return ok(call("PUT", path, body));
    }

    /** The fields of a record. */
    JsonNode record(int app, String id) {
        return get("record.json?app=" + app + "&id=" + id).path("record");
    }

    /** Adds a record and gives its id. */
    String add(int app, String fields) {
        return post("record.json", "{\"app\":" + app + ",\"record\":" + fields + "}")
                .path("id")
                .asText();
    }

    static String value(JsonNode record, String code) {
        return record.path(code).path("value").asText();
    }

    static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
    }
}
