package dev.minori.playbook.step.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.run.StepFailure;
import dev.minori.playbook.run.StepResult;
import dev.minori.playbook.step.Conditions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Conditions as scoring-service evaluates them: {@code POST /api/v1/conditions/evaluations}. */
@ApplicationScoped
class ScoringConditions implements Conditions {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final ScoringConfig config;
    private final ServiceToken token;
    private final ObjectMapper json;
    private final HttpClient http;

    ScoringConditions(ScoringConfig config, ServiceToken token, ObjectMapper json) {
        this.config = config;
        this.token = token;
        this.json = json;
        this.http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    }

    @Override
    public StepResult.Branched evaluate(UUID customerId, String condition) {
        HttpResponse<String> answer = ask(customerId, condition);
        return switch (answer.statusCode()) {
            case 200 -> read(answer.body());
            case 401 -> {
                token.forget();
                throw StepFailure.passing("スコアリングサービスがトークンを受け付けませんでした(HTTP 401)。");
            }
            case 400, 422 -> throw StepFailure.lasting("分岐の条件に誤りがあります: " + detail(answer.body()));
            default -> throw StepFailure.passing("スコアリングサービスの応答: HTTP " + answer.statusCode());
        };
    }

    private HttpResponse<String> ask(UUID customerId, String condition) {
        try {
            String body = json.writeValueAsString(Map.of("customerId", customerId, "condition", condition));
            HttpRequest request = HttpRequest.newBuilder(config.scoringUrl().resolve("/api/v1/conditions/evaluations"))
                    .timeout(ANSWER)
                    .header("Authorization", "Bearer " + token.get())
                    .header("Minori-Workspace", WorkspaceContext.current().toString())
                    .header("Content-Type", "application/json")
                    .header("Accept-Language", "ja")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException away) {
            throw StepFailure.passing("スコアリングサービスに接続できません(" + away.getClass().getSimpleName() + ")。");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw StepFailure.passing("停止中です。");
        }
    }

    private StepResult.Branched read(String body) {
        JsonNode verdict = parse(body);
        StepResult.Answer answer = switch (verdict.path("outcome").asText().toLowerCase(Locale.ROOT)) {
            case "true" -> StepResult.Answer.TRUE;
            case "false" -> StepResult.Answer.FALSE;
            case "unknown" -> StepResult.Answer.UNKNOWN;
            case String other -> throw StepFailure.passing("スコアリングサービスの回答が分かりません: " + other);
        };
        Map<String, String> evidence = new TreeMap<>();
        verdict.path("evidence")
                .properties()
                .forEach(field -> evidence.put(field.getKey(), field.getValue().asText()));
        return new StepResult.Branched(answer, evidence);
    }

    private String detail(String body) {
        JsonNode problem = parse(body);
        return problem.path("errors")
                .path(0)
                .path("detail")
                .asText(problem.path("detail").asText(""));
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException garbage) {
            throw StepFailure.passing(
                    "スコアリングサービスの回答を読めません(" + garbage.getClass().getSimpleName() + ")。");
        }
    }
}
