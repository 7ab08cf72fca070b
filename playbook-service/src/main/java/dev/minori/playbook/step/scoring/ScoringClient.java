package dev.minori.playbook.step.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.run.StepFailure;
import dev.minori.playbook.run.StepProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Asks scoring-service about conditions, as this service. */
@ApplicationScoped
class ScoringClient {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final ScoringConfig config;
    private final ServiceToken token;
    private final ObjectMapper json;
    private final HttpClient http;

    ScoringClient(ScoringConfig config, ServiceToken token, ObjectMapper json) {
        this.config = config;
        this.token = token;
        this.json = json;
        this.http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    }

    /** What came back. */
    sealed interface Answer {
        record Given(JsonNode body) implements Answer {}

        /** The question itself is wrong: a problem document. */
        record Refused(JsonNode problem) implements Answer {}
    }

    /**
     * Asks for the current workspace. Throws a passing {@link StepFailure} if nothing is said about the question itself.
     *
     * @param language of the sentences in a refusal, {@code ja} or {@code en}
     */
    Answer ask(String path, String language, Map<String, ?> question) {
        HttpResponse<String> answer = send(path, language, question);
        return switch (answer.statusCode()) {
            case 200 -> new Answer.Given(parse(answer.body()));
            case 400, 422 -> new Answer.Refused(parse(answer.body()));
            case 401 -> {
                token.forget();
                throw StepFailure.passing(StepProblem.TOKEN_REFUSED, "HTTP 401");
            }
            default -> throw StepFailure.passing(StepProblem.SCORING_ANSWER, "HTTP " + answer.statusCode());
        };
    }

    private HttpResponse<String> send(String path, String language, Map<String, ?> question) {
        try {
            HttpRequest request = HttpRequest.newBuilder(config.scoringUrl().resolve(path))
                    .timeout(ANSWER)
                    .header("Authorization", "Bearer " + token.get())
                    .header("Minori-Workspace", WorkspaceContext.current().toString())
                    .header("Content-Type", "application/json")
                    .header("Accept-Language", language)
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(question)))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException away) {
            throw StepFailure.passing(StepProblem.SCORING_AWAY, away.getClass().getSimpleName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw StepFailure.passing(StepProblem.STOPPING, "");
        }
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException garbage) {
            throw StepFailure.passing(
                    StepProblem.SCORING_ANSWER, garbage.getClass().getSimpleName());
        }
    }
}
