package dev.minori.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The running platform as a demo user sees it: tokens are fetched and renewed as needed. */
final class Platform {
    private static final long TOKEN_NANOS = Duration.ofMinutes(30).toNanos();

    private final Endpoints endpoints;
    private final Web web;
    private final Map<String, Held> tokens = new HashMap<>();

    private record Held(String token, long since) {
        @Override
        public String toString() {
            return "Held[since " + since + "]";
        }
    }

    Platform(Endpoints endpoints, Web web) {
        this.endpoints = endpoints;
        this.web = web;
    }

    Endpoints endpoints() {
        return endpoints;
    }

    Web web() {
        return web;
    }

    /** An access token of a demo user. */
    synchronized String token(String userName) {
        Held held = tokens.get(userName);
        if (held == null || System.nanoTime() - held.since() > TOKEN_NANOS) {
            JsonNode answer = web.form(
                    endpoints.issuer() + "/token",
                    "grant_type=password&client_id=minori-cli&password=none&username=" + Web.encode(userName));
            held = new Held(answer.path("access_token").asText(), System.nanoTime());
            tokens.put(userName, held);
        }
        return held.token();
    }

    JsonNode get(String userName, String url) {
        return web.get(url, token(userName));
    }
}
