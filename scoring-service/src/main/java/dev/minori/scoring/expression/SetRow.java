package dev.minori.scoring.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer about one subject.
 *
 * @param subjectId the customer, or the contract or message that was judged
 * @param label what a person calls the subject
 * @param values one a question
 * @param evidence what the expressions looked at, by name; only what is known, and only when it was asked for
 */
public record SetRow(
        UUID customerId, UUID subjectId, @Nullable String label, List<Value> values, Map<String, String> evidence) {
    public SetRow {
        values = List.copyOf(values);
        evidence = Map.copyOf(evidence);
    }

    /**
     * The value of one expression.
     *
     * @param text the value as text, null if unknown
     * @param inputs the facts behind it, when they were asked for
     */
    public record Value(ValueType type, @Nullable String text, List<Input> inputs) {
        /** Numbers beyond this are unknown: no double near it is worth anything. */
        private static final double LARGEST = 1e300;

        public Value {
            inputs = List.copyOf(inputs);
        }

        /** The number, null if unknown or beyond what a double holds. */
        public @Nullable Double number() {
            if (text == null) {
                return null;
            }
            double number = Double.parseDouble(text);
            return Math.abs(number) < LARGEST ? Double.valueOf(number) : null;
        }

        /** The value for a person: numbers with at most two decimals. Null if unknown. */
        public @Nullable String shown() {
            if (text == null || type != ValueType.NUMBER) {
                return text;
            }
            BigDecimal rounded = new BigDecimal(text).setScale(2, RoundingMode.HALF_UP);
            return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        }

        /** Whether the condition holds; unknown does not. */
        public boolean holds() {
            return "true".equals(text);
        }

        /** Whether the condition is known not to hold. */
        public boolean fails() {
            return "false".equals(text);
        }
    }
}
