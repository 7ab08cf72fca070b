package dev.minori.notification.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.minori.platform.testing.TestMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** What arrived in the mail and chat sink, and how to make it fail. */
public final class Sink {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Sink() {}

    /** Mails to a recipient, whole, in the order of their arrival. */
    public static List<JsonNode> mailsTo(String address) {
        List<JsonNode> mails = new ArrayList<>();
        call("GET", "/api/messages?to=" + address, null)
                .path("messages")
                .forEach(mail -> mails.addFirst(
                        call("GET", "/api/messages/" + mail.path("id").asText(), null)));
        return mails;
    }

    /** Calls of one webhook. */
    public static List<JsonNode> postsTo(String hook) {
        List<JsonNode> posts = new ArrayList<>();
        call("GET", "/api/hooks?hook=" + hook, null).path("hooks").forEach(posts::addFirst);
        return posts;
    }

    public static String hookUrl(String hook) {
        return TestMail.api() + "/hooks/slack/" + hook;
    }

    public static void mailFault(String json) {
        call("PUT", "/api/faults/mail", json);
    }

    public static void hookFault(String json) {
        call("PUT", "/api/faults/hook", json);
    }

    public static void healthy() {
        call("DELETE", "/api/faults", null);
    }

    private static JsonNode call(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestMail.api() + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
            return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
