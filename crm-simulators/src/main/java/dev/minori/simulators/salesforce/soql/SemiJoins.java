package dev.minori.simulators.salesforce.soql;

import dev.minori.simulators.salesforce.soql.Query.Condition;
import java.util.List;

/**
 * Where semi-joins may stand: at most two, at the top level of WHERE, joined by AND. Source: SOQL and SOSL Reference,
 * "Comparison Operators"; the words of the errors are quoted in public forum threads.
 */
final class SemiJoins {

    private static final int MAX = 2;

    private SemiJoins() {}

    static void check(Condition where) {
        List<Condition> top = switch (where) {
            case Condition.And(List<Condition> parts) -> parts;
            case Condition.Or(List<Condition> parts) -> {
                if (parts.stream().anyMatch(Condition.InQuery.class::isInstance)) {
                    throw malformed("Semi join sub-selects are not allowed with the 'OR' operator");
                }
                yield parts;
            }
            case Condition.Not _, Condition.Compare _, Condition.InList _, Condition.InQuery _, Condition.Includes _ ->
                List.of(where);
        };
        if (top.stream().filter(Condition.InQuery.class::isInstance).count() > MAX) {
            throw malformed("Maximum " + MAX + " semi join sub-selects are allowed.");
        }
        for (Condition part : top) {
            if (!(part instanceof Condition.InQuery) && holds(part)) {
                throw malformed("Semi join sub-selects are only allowed at the top level WHERE expressions and not in"
                        + " nested WHERE expressions.");
            }
        }
    }

    /** Whether a condition is or holds a semi-join. */
    static boolean holds(Condition condition) {
        return switch (condition) {
            case Condition.And(List<Condition> parts) -> parts.stream().anyMatch(SemiJoins::holds);
            case Condition.Or(List<Condition> parts) -> parts.stream().anyMatch(SemiJoins::holds);
            case Condition.Not(Condition inner) -> holds(inner);
            case Condition.InQuery _ -> true;
            case Condition.Compare _, Condition.InList _, Condition.Includes _ -> false;
        };
    }

    private static SoqlException malformed(String message) {
        return SoqlException.plain("MALFORMED_QUERY", message);
    }
}
