package dev.minori.simulators.kintone.formula;

import dev.minori.simulators.kintone.formula.Expression.Binary;
import dev.minori.simulators.kintone.formula.Expression.Call;
import dev.minori.simulators.kintone.formula.Expression.Field;
import dev.minori.simulators.kintone.formula.Expression.Literal;
import dev.minori.simulators.kintone.formula.Expression.Negated;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The formula of a calculated field. Source: kintone help, "Calculation operators and functions"; what the results look
 * like through the API is recorded in https://github.com/SonicGarden/kintone-emulator (doc/kintone-calc-behavior.md).
 */
public final class Formula {

    private final Expression root;

    private Formula(Expression root) {
        this.root = root;
    }

    /** Reads a formula. */
    public static Formula parse(String text) {
        return new Formula(FormulaParser.parse(text));
    }

    /** Codes of the fields it needs. */
    public Set<String> fields() {
        Set<String> codes = new LinkedHashSet<>();
        collect(root, codes);
        return codes;
    }

    private static void collect(Expression expression, Set<String> codes) {
        switch (expression) {
            case Literal _ -> {
                // Names no field.
            }
            case Field(String code) -> codes.add(code);
            case Negated(Expression inner) -> collect(inner, codes);
            case Binary(String _, Expression left, Expression right) -> {
                collect(left, codes);
                collect(right, codes);
            }
            case Call call -> call.arguments().forEach(argument -> collect(argument, codes));
        }
    }

    /** The result for the values that fields have, or a {@link FormulaException} when there is none. */
    public Value evaluate(Fields fields, Rounding rounding) {
        return new Evaluation(fields, rounding).of(root);
    }

    /** The values of fields. */
    @FunctionalInterface
    public interface Fields {
        /** The value of a field by its code. */
        Value value(String code);
    }

    /** How a quotient is rounded. */
    @FunctionalInterface
    public interface Rounding {
        /** The quotient as exact as the app has numbers. */
        BigDecimal divide(BigDecimal dividend, BigDecimal divisor);
    }
}
