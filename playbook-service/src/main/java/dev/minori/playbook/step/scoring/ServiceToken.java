package dev.minori.playbook.step.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.minori.playbook.run.StepFailure;
import dev.minori.playbook.run.StepProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** This service's own token, by the client credentials grant (RFC 6749 §4.4); kept until shortly before it ends. */
@ApplicationScoped
class ServiceToken {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final long MARGIN_SECONDS = 30;

    private final ScoringConfig config;
    private final ObjectMapper json;
    private final HttpClient http;
    private @Nullable String token;
    private long freshUntilNanos;

    ServiceToken(ScoringConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
        this.http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    }

    /** A token that is good for a while. Throws a passing {@link StepFailure}. */
    synchronized String get() {
        String known = token;
        if (known != null && System.nanoTime() - freshUntilNanos < 0) {
            return known;
        }
        JsonNode granted = post(tokenEndpoint());
        String fresh = granted.path("access_token").asText();
        if (fresh.isEmpty()) {
            throw StepFailure.passing(StepProblem.IDENTITY_ANSWER, "");
        }
        long seconds = Math.max(0, granted.path("expires_in").asLong(60) - MARGIN_SECONDS);
        freshUntilNanos = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        token = fresh;
        return fresh;
    }

    /** Forgets the token, because it was refused. */
    synchronized void forget() {
        token = null;
    }

    private URI tokenEndpoint() {
        URI discovery = URI.create(config.tokenIssuer() + "/.well-known/openid-configuration");
        JsonNode document =
                send(HttpRequest.newBuilder(discovery).timeout(TIMEOUT).GET());
        return URI.create(document.path("token_endpoint").asText());
    }

    private JsonNode post(URI endpoint) {
        String secret = config.clientSecret().orElseThrow(() -> StepFailure.passing(StepProblem.SECRET_MISSING, ""));
        String basic = Base64.getEncoder()
                .encodeToString((encode(config.clientId()) + ":" + encode(secret)).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(endpoint)
                .timeout(TIMEOUT)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw StepFailure.passing(StepProblem.IDENTITY_ANSWER, "HTTP " + answer.statusCode());
            }
            return json.readTree(answer.body());
        } catch (IOException | IllegalArgumentException away) {
            throw StepFailure.passing(StepProblem.IDENTITY_AWAY, away.getClass().getSimpleName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw StepFailure.passing(StepProblem.STOPPING, "");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
