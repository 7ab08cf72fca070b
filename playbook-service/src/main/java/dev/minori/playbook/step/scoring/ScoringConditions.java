package dev.minori.playbook.step.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.playbook.run.StepFailure;
import dev.minori.playbook.run.StepProblem;
import dev.minori.playbook.run.StepResult;
import dev.minori.playbook.step.Conditions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Conditions as scoring-service evaluates them: {@code POST /api/v1/conditions/evaluations}. */
@ApplicationScoped
class ScoringConditions implements Conditions {
    private final ScoringClient scoring;

    ScoringConditions(ScoringClient scoring) {
        this.scoring = scoring;
    }

    @Override
    public StepResult.Branched evaluate(UUID customerId, String condition) {
        ScoringClient.Answer answer = scoring.ask(
                "/api/v1/conditions/evaluations", "ja", Map.of("customerId", customerId, "condition", condition));
        return switch (answer) {
            case ScoringClient.Answer.Given(JsonNode verdict) -> read(verdict);
            case ScoringClient.Answer.Refused(JsonNode problem) ->
                throw StepFailure.lasting(StepProblem.CONDITION_WRONG, detail(problem));
        };
    }

    private static StepResult.Branched read(JsonNode verdict) {
        StepResult.Answer answer = switch (verdict.path("outcome").asText().toLowerCase(Locale.ROOT)) {
            case "true" -> StepResult.Answer.TRUE;
            case "false" -> StepResult.Answer.FALSE;
            case "unknown" -> StepResult.Answer.UNKNOWN;
            case String other -> throw StepFailure.passing(StepProblem.SCORING_ANSWER, other);
        };
        Map<String, String> evidence = new TreeMap<>();
        verdict.path("evidence")
                .properties()
                .forEach(field -> evidence.put(field.getKey(), field.getValue().asText()));
        return new StepResult.Branched(answer, evidence);
    }

    private static String detail(JsonNode problem) {
        return problem.path("errors")
                .path(0)
                .path("detail")
                .asText(problem.path("detail").asText(""));
    }
}
