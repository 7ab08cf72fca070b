package dev.minori.simulators.kintone.formula;

import dev.minori.simulators.kintone.formula.Expression.Binary;
import dev.minori.simulators.kintone.formula.Expression.Call;
import dev.minori.simulators.kintone.formula.Expression.Field;
import dev.minori.simulators.kintone.formula.Expression.Literal;
import dev.minori.simulators.kintone.formula.Expression.Negated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Evaluates a formula for one record. */
final class Evaluation {

    private static final int MAX_EXPONENT = 100;

    private final Formula.Fields fields;
    private final Formula.Rounding rounding;

    Evaluation(Formula.Fields fields, Formula.Rounding rounding) {
        this.fields = fields;
        this.rounding = rounding;
    }

    Value of(Expression expression) {
        return switch (expression) {
            case Literal(Value value) -> value;
            case Field(String code) -> fields.value(code);
            case Negated(Expression inner) -> Value.of(number(of(inner)).negate());
            case Binary(String operator, Expression left, Expression right) -> binary(operator, of(left), of(right));
            case Call(String function, List<Expression> arguments) -> call(function, arguments);
        };
    }

    private static BigDecimal number(Value value) {
        return switch (value) {
            case Value.Num(BigDecimal number) -> number;
            case Value.Text _, Value.Many _, Value.Nothing _ ->
                throw new FormulaException("a number was expected, not " + value);
        };
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Num(BigDecimal number) -> plain(number);
            case Value.Text(String text) -> text;
            case Value.Nothing _ -> "";
            case Value.Many _ -> throw new FormulaException("several values cannot be one text");
        };
    }

    /** A number without exponent and trailing zeros. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private Value binary(String operator, Value left, Value right) {
        return switch (operator) {
            case "+" -> Value.of(number(left).add(number(right)));
            case "-" -> Value.of(number(left).subtract(number(right)));
            case "*" -> Value.of(number(left).multiply(number(right)));
            case "/" -> Value.of(divided(number(left), number(right)));
            case "^" -> Value.of(power(number(left), number(right)));
            case "&" -> Value.of(text(left) + text(right));
            default -> Value.of(compared(operator, left, right));
        };
    }

    private BigDecimal divided(BigDecimal dividend, BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw new FormulaException("division by zero");
        }
        return rounding.divide(dividend, divisor);
    }

    /** The exponent's decimals are cut off. */
    private BigDecimal power(BigDecimal base, BigDecimal exponent) {
        int whole = exponent.setScale(0, RoundingMode.DOWN).intValue();
        if (Math.abs(whole) > MAX_EXPONENT) {
            throw new FormulaException("the exponent is beyond " + MAX_EXPONENT);
        }
        return whole >= 0 ? base.pow(whole) : divided(BigDecimal.ONE, base.pow(-whole));
    }

    private static boolean compared(String operator, Value left, Value right) {
        if (left instanceof Value.Num(BigDecimal one) && right instanceof Value.Num(BigDecimal other)) {
            int order = one.compareTo(other);
            return switch (operator) {
                case "=" -> order == 0;
                case "!=", "<>" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }
        boolean same = text(left).equals(text(right));
        return switch (operator) {
            case "=" -> same;
            case "!=", "<>" -> !same;
            default -> throw new FormulaException("texts cannot be compared by " + operator);
        };
    }

    private Value call(String function, List<Expression> arguments) {
        return switch (function) {
            case "SUM" -> sum(arguments);
            case "IF" -> {
                expect(function, arguments, 3);
                yield of(arguments.get(truth(arguments.getFirst()) ? 1 : 2));
            }
            case "AND" -> Value.of(arguments.stream().allMatch(this::truth));
            case "OR" -> Value.of(arguments.stream().anyMatch(this::truth));
            case "NOT" -> {
                expect(function, arguments, 1);
                yield Value.of(!truth(arguments.getFirst()));
            }
            case "ROUND" -> rounded(function, arguments, RoundingMode.HALF_UP);
            case "ROUNDUP" -> rounded(function, arguments, RoundingMode.UP);
            case "ROUNDDOWN" -> rounded(function, arguments, RoundingMode.DOWN);
            case "YEN" -> yen(arguments);
            case "DATE_FORMAT" -> dateFormat(arguments);
            default -> {
                expect(function, arguments, 2);
                yield Value.of(all(of(arguments.getFirst())).contains(of(arguments.getLast())));
            }
        };
    }

    private static void expect(String function, List<Expression> arguments, int count) {
        if (arguments.size() != count) {
            throw new FormulaException(function + " needs " + count + " arguments");
        }
    }

    private boolean truth(Expression expression) {
        return number(of(expression)).signum() != 0;
    }

    private static List<Value> all(Value value) {
        return value instanceof Value.Many(List<Value> values) ? values : List.of(value);
    }

    private Value sum(List<Expression> arguments) {
        BigDecimal total = BigDecimal.ZERO;
        for (Expression argument : arguments) {
            for (Value value : all(of(argument))) {
                total = total.add(number(value));
            }
        }
        return Value.of(total);
    }

    private int places(List<Expression> arguments) {
        return arguments.size() < 2 ? 0 : number(of(arguments.get(1))).intValue();
    }

    private Value rounded(String function, List<Expression> arguments, RoundingMode mode) {
        if (arguments.size() > 2) {
            throw new FormulaException(function + " takes two arguments at most");
        }
        return Value.of(number(of(arguments.getFirst())).setScale(places(arguments), mode));
    }

    private Value yen(List<Expression> arguments) {
        int places = Math.clamp(places(arguments), 0, 10);
        BigDecimal amount = number(of(arguments.getFirst())).setScale(places, RoundingMode.HALF_UP);
        return Value.of("¥" + String.format(Locale.ROOT, "%,." + places + "f", amount));
    }

    private Value dateFormat(List<Expression> arguments) {
        expect("DATE_FORMAT", arguments, 3);
        List<String> texts = new ArrayList<>();
        arguments.subList(1, 3).forEach(argument -> texts.add(text(of(argument))));
        try {
            ZoneId zone = texts.getLast().equals("system") ? ZoneId.of("Asia/Tokyo") : ZoneId.of(texts.getLast());
            String pattern = texts.getFirst().replace("YYYY", "uuuu");
            Instant instant =
                    Instant.ofEpochSecond(number(of(arguments.getFirst())).longValue());
            return Value.of(DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(instant.atZone(zone)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new FormulaException("DATE_FORMAT: " + e.getMessage());
        }
    }
}
