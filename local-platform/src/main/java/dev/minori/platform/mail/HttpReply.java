package dev.minori.platform.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * An answer of the sink's HTTP server.
 *
 * @param body empty with status 204
 */
record HttpReply(int status, String type, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Turns a request into an answer. */
    @FunctionalInterface
    interface Handler {
        HttpReply handle(HttpExchange exchange) throws IOException;
    }

    /** Answers an exchange: what the handler says, or a problem when the request makes no sense. */
    static void answer(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            HttpReply reply;
            try {
                reply = fromThisMachine(exchange)
                        ? handler.handle(exchange)
                        : problem(403, "Forbidden", "The mail sink answers to this machine's own names only");
            } catch (IllegalArgumentException | JsonProcessingException e) {
                reply = problem(400, "Bad request", String.valueOf(e.getMessage()));
            }
            exchange.getResponseHeaders().set("Content-Type", reply.type);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(reply.status, reply.body.length == 0 ? -1 : reply.body.length);
            exchange.getResponseBody().write(reply.body);
        }
    }

    /** A page elsewhere whose name resolves to 127.0.0.1 must not read the mails. */
    private static boolean fromThisMachine(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host != null && LOOPBACK.contains(host.replaceFirst(":\\d+$", ""));
    }

    static HttpReply json(Object content) {
        try {
            return new HttpReply(200, "application/json", JSON.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static HttpReply problem(int status, String title, String detail) {
        try {
            return new HttpReply(
                    status,
                    "application/problem+json",
                    JSON.writeValueAsBytes(
                            Map.of("type", "about:blank", "title", title, "status", status, "detail", detail)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static HttpReply html(String page) {
        return bytes("text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    static HttpReply text(int status, String text) {
        return new HttpReply(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static HttpReply bytes(String type, byte[] body) {
        return new HttpReply(200, type, body);
    }

    static HttpReply empty() {
        return new HttpReply(204, "text/plain", new byte[0]);
    }

    static JsonNode body(HttpExchange exchange) throws IOException {
        JsonNode node = JSON.readTree(exchange.getRequestBody());
        if (node == null || !node.isObject()) {
            throw new IllegalArgumentException("The body must be a JSON object");
        }
        return node;
    }

    static boolean isJsonObject(String body) {
        try {
            return JSON.readTree(body).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** The value of a query parameter; empty when absent. */
    static String query(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getRawQuery();
        if (query != null) {
            for (String pair : query.split("&")) {
                if (pair.startsWith(name + "=")) {
                    return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }
}
