package dev.minori.playbook.step.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.playbook.definition.ConditionCheck;
import dev.minori.playbook.run.StepFailure;
import dev.minori.playbook.run.StepProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Conditions as scoring-service checks them: {@code POST /api/v1/conditions/validations}. */
@ApplicationScoped
class ScoringConditionCheck implements ConditionCheck {
    private static final String VALIDATIONS = "/api/v1/conditions/validations";

    private final ScoringClient scoring;

    ScoringConditionCheck(ScoringClient scoring) {
        this.scoring = scoring;
    }

    @Override
    public List<FieldError> check(String pointer, String condition) {
        try {
            // Mistakes are rare and people read two languages, so the second question is asked only then.
            JsonNode japanese = mistakes("ja", condition);
            return japanese.isEmpty() ? List.of() : merge(pointer, japanese, mistakes("en", condition));
        } catch (StepFailure away) {
            throw new ProblemException(
                    KitProblem.UNAVAILABLE,
                    new Wording(
                            "条件を確認できないため公開できません。下書きとして保存されています。"
                                    + StepProblem.words(away.problem()).ja() + "。",
                            "Not published, because scoring-service cannot check the conditions now: "
                                    + StepProblem.words(away.problem()).en()
                                    + ". The document is kept as a draft; publish it later."),
                    List.of());
        }
    }

    private JsonNode mistakes(String language, String condition) {
        return switch (scoring.ask(VALIDATIONS, language, Map.of("condition", condition))) {
            case ScoringClient.Answer.Given(var _) -> MissingNode.getInstance();
            case ScoringClient.Answer.Refused(JsonNode problem) -> errors(problem);
        };
    }

    private static JsonNode errors(JsonNode problem) {
        JsonNode errors = problem.path("errors");
        return errors.isEmpty() ? JsonNodeFactory.instance.arrayNode().add(problem) : errors;
    }

    private static List<FieldError> merge(String pointer, JsonNode japanese, JsonNode english) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < japanese.size(); i++) {
            JsonNode mistake = japanese.path(i);
            errors.add(new FieldError(
                    pointer,
                    mistake.path("code").asText("invalid-condition"),
                    new Wording(
                            mistake.path("detail").asText(),
                            english.path(i).path("detail").asText())));
        }
        return errors;
    }
}
