package dev.minori.platform.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Speaks HTTP with JSON answers. An answer of 400 and above is a {@link DemoFailed} that quotes it, of 401
 * {@link SessionOver}, of 500 and above or none at all {@link Unavailable}. */
final class Web {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE_FROM = 500;
    private static final int LONGEST_QUOTE = 600;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** A query parameter's value as it stands in a URL. */
    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static JsonMapper json() {
        return JSON;
    }

    JsonNode get(String url, String token) {
        return must("GET", url, send(request(url, token).GET()));
    }

    /** The answer, or empty if it is 404. */
    Optional<JsonNode> find(String url, String token) {
        HttpResponse<String> response = send(request(url, token).GET());
        return response.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(must("GET", url, response));
    }

    JsonNode send(String method, String url, String token, String contentType, String body) {
        HttpRequest.Builder request = request(url, token)
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return must(method, url, send(request));
    }

    JsonNode send(String method, String url, String token, Object body) {
        try {
            return send(method, url, token, "application/json", JSON.writeValueAsString(body));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    JsonNode form(String url, String form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return must("POST", url, send(request));
    }

    private static HttpRequest.Builder request(String url, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).header("Accept", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            return client.send(built, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("stopped while waiting for " + built.uri()));
        } catch (IOException failed) {
            throw new Unavailable("nothing answers at " + built.uri() + " (" + failed + "). Is ./minori up running?");
        }
    }

    private static JsonNode must(String method, String url, HttpResponse<String> response) {
        if (response.statusCode() >= 400) {
            String body = response.body();
            String quoted = method + " " + url + " answered " + response.statusCode() + ": "
                    + body.substring(0, Math.min(body.length(), LONGEST_QUOTE));
            if (response.statusCode() == UNAUTHORIZED) {
                throw new SessionOver(quoted);
            }
            throw response.statusCode() >= UNAVAILABLE_FROM ? new Unavailable(quoted) : new DemoFailed(quoted);
        }
        try {
            return response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
        } catch (JsonProcessingException noJson) {
            throw new DemoFailed(method + " " + url + " answered something that is no JSON: " + noJson.getMessage());
        }
    }
}
