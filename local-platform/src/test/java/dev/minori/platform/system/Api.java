package dev.minori.platform.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.minori.platform.demo.Endpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The public APIs of a running platform, for a test. Any status of 400 or above is an {@link AssertionError}. */
final class Api {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Endpoints endpoints;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Api(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    Endpoints at() {
        return endpoints;
    }

    JsonNode get(String user, String url) {
        return send("GET", user, url, null);
    }

    /** All items of a list, page after page. */
    List<JsonNode> all(String user, String url) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(
                    user,
                    url + (url.contains("?") ? "&" : "?") + "limit=200"
                            + (cursor.isEmpty() ? "" : "&cursor=" + encode(cursor)));
            page.path("items").forEach(items::add);
            cursor = page.path("nextCursor").asText("");
        } while (!cursor.isEmpty());
        return items;
    }

    /** @param body sent as JSON; null sends none */
    JsonNode send(String method, String user, String url, @Nullable Object body) {
        return send(method, url, "Bearer " + token(user), "application/json", body == null ? "" : json(body));
    }

    /** As any client sends it: with an authorization of its own (or none) and any kind of content. */
    JsonNode send(String method, String url, String authorization, String contentType, String body) {
        return send(method, url, "Authorization", authorization, contentType, body);
    }

    /** The Authorization header of a new session in the Salesforce simulator. */
    String salesforceSession(String client) {
        return "Bearer "
                + form(
                                endpoints.salesforce() + "/services/oauth2/token",
                                "grant_type=client_credentials&client_id=" + client + "&client_secret=" + client
                                        + "-secret")
                        .path("access_token")
                        .asText();
    }

    /** A call of the kintone simulator. */
    JsonNode kintone(String token, String method, String path, String body) {
        return send(method, endpoints.kintone() + path, "X-Cybozu-API-Token", token, "application/json", body);
    }

    private JsonNode send(
            String method, String url, String header, String authorization, String contentType, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofMinutes(10))
                .header("Accept", "application/json")
                .header("Content-Type", contentType)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header(header, authorization);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new AssertionError(
                        method + " " + url + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + url, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** An access token of a demo user; they last for an hour. */
    String token(String user) {
        return tokens.computeIfAbsent(
                user,
                name -> form(
                                endpoints.issuer() + "/token",
                                "grant_type=password&client_id=minori-cli&password=none&username=" + encode(name))
                        .path("access_token")
                        .asText());
    }

    JsonNode form(String url, String form) {
        return send("POST", url, "", "application/x-www-form-urlencoded", form);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
