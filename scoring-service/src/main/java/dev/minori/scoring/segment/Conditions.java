package dev.minori.scoring.segment;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.scoring.expression.Expression;
import dev.minori.scoring.expression.ExpressionLanguage;
import dev.minori.scoring.expression.InvalidExpressionException;
import dev.minori.scoring.expression.Moment;
import dev.minori.scoring.expression.Scope;
import dev.minori.scoring.expression.SetQuery;
import dev.minori.scoring.expression.SetReader;
import dev.minori.scoring.expression.SetRow;
import dev.minori.scoring.expression.ValueType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Evaluates a condition for one customer at once, for whoever must branch by it. */
@ApplicationScoped
public class Conditions {
    private final ExpressionLanguage language;
    private final SetReader reader;

    Conditions(ExpressionLanguage language, SetReader reader) {
        this.language = language;
        this.reader = reader;
    }

    /** Three-valued logic: what cannot be known is neither true nor false. */
    public enum Outcome {
        TRUE,
        FALSE,
        UNKNOWN
    }

    /**
     * What came out.
     *
     * @param evidence what the condition looked at, by name; only what is known
     */
    public record Verdict(Outcome outcome, Map<String, String> evidence) {
        public Verdict {
            evidence = Map.copyOf(evidence);
        }
    }

    /** Evaluates a condition about the customer itself; a customer that is gone makes it unknown. */
    @Transactional
    public Verdict evaluate(Moment moment, UUID customerId, String condition) {
        SetQuery query = SetQuery.withEvidence(Scope.CUSTOMER, List.of(compile(condition)));
        List<SetRow> rows = reader.read(moment, query, List.of(customerId));
        if (rows.isEmpty()) {
            return new Verdict(Outcome.UNKNOWN, Map.of());
        }
        SetRow row = rows.getFirst();
        SetRow.Value value = row.values().getFirst();
        Outcome outcome = value.holds() ? Outcome.TRUE : value.fails() ? Outcome.FALSE : Outcome.UNKNOWN;
        return new Verdict(outcome, row.evidence());
    }

    /** Checks a condition without evaluating it; throws a problem with the places of its mistakes. */
    public Expression compile(String condition) {
        try {
            return language.compile(Scope.CUSTOMER, condition, ValueType.BOOLEAN);
        } catch (InvalidExpressionException e) {
            List<FieldError> errors =
                    e.issues().stream().map(issue -> issue.at("/condition")).toList();
            throw new ProblemException(
                    KitProblem.INVALID_REQUEST, new Wording("条件式に誤りがあります。", "The condition has mistakes."), errors);
        }
    }
}
