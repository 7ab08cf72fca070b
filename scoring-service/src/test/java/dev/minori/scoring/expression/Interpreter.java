package dev.minori.scoring.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an expression means, said a second time in plain Java over rows in memory; null is unknown. */
final class Interpreter {
    private static final MathContext EXACT = new MathContext(60);

    private final Map<String, Map<String, @Nullable Object>> rows;
    private final Map<String, List<Map<String, @Nullable Object>>> sets;
    private final LocalDate today;
    private final LocalDate usageUntil;
    private final Instant now;
    private final ZoneId zone;

    Interpreter(
            Map<String, Map<String, @Nullable Object>> rows,
            Map<String, List<Map<String, @Nullable Object>>> sets,
            Moment moment) {
        this.rows = new HashMap<>(rows);
        this.sets = sets;
        this.today = moment.today();
        this.usageUntil = moment.usageUntil();
        this.now = moment.now();
        this.zone = moment.zone();
    }

    @Nullable
    Object value(CelExpr expr) {
        return switch (expr.getKind()) {
            case CONSTANT -> constant(expr.constant());
            case IDENT -> expr.ident().name().equals("today") ? today : now;
            case SELECT -> select(expr);
            case CALL -> call(expr.call());
            default -> throw new IllegalStateException("no value: " + expr);
        };
    }

    private static Object constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> constant.booleanValue();
            case INT64_VALUE -> BigDecimal.valueOf(constant.int64Value());
            case DOUBLE_VALUE -> BigDecimal.valueOf(constant.doubleValue());
            case STRING_VALUE -> constant.stringValue();
            default -> throw new IllegalStateException();
        };
    }

    private @Nullable Object select(CelExpr expr) {
        List<String> path = new ArrayList<>();
        CelExpr at = expr;
        while (at.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            path.addFirst(at.select().field());
            at = at.select().operand();
        }
        Map<String, @Nullable Object> row =
                Objects.requireNonNull(rows.get(at.ident().name()));
        Object value = row.get(String.join(".", path));
        return expr.select().testOnly() ? (Object) (value != null) : value;
    }

    private @Nullable Object call(CelExpr.CelCall call) {
        List<CelExpr> arguments =
                Stream.concat(call.target().stream(), call.args().stream()).toList();
        return switch (call.function()) {
            case "_&&_" -> and(truth(arguments.get(0)), truth(arguments.get(1)));
            case "_||_" -> not(and(not(truth(arguments.get(0))), not(truth(arguments.get(1)))));
            case "!_" -> not(truth(arguments.getFirst()));
            case "_?_:_" -> {
                Boolean condition = truth(arguments.get(0));
                yield condition == null ? null : value(arguments.get(condition ? 1 : 2));
            }
            case "orElse" -> {
                Object first = value(arguments.get(0));
                yield first == null ? value(arguments.get(1)) : first;
            }
            case "known" -> value(arguments.getFirst()) != null;
            case "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_" -> compare(call.function(), arguments);
            case "@in" -> in(value(arguments.get(0)), arguments.get(1).list().elements());
            case "_*_" -> numbers(arguments, (a, b) -> a.multiply(b, EXACT));
            case "_/_" -> numbers(arguments, (a, b) -> b.signum() == 0 ? null : a.divide(b, EXACT));
            case "-_" -> value(arguments.getFirst()) instanceof BigDecimal number ? number.negate() : null;
            case "abs" -> value(arguments.getFirst()) instanceof BigDecimal number ? number.abs() : null;
            case "_+_" -> shifted(1, arguments);
            case "_-_" -> shifted(-1, arguments);
            case "contains", "startsWith", "endsWith" -> texts(call.function(), arguments);
            case "length" -> value(arguments.getFirst()) instanceof String text ? points(text) : null;
            case "mentions" ->
                value(arguments.get(0)) instanceof String text
                        ? arguments.get(1).list().elements().stream()
                                .anyMatch(word -> folded(text).contains(folded((String) value(word))))
                        : null;
            case "date" -> date(value(arguments.getFirst()));
            case "daysUntil" ->
                value(arguments.get(0)) instanceof LocalDate a && value(arguments.get(1)) instanceof LocalDate b
                        ? BigDecimal.valueOf(ChronoUnit.DAYS.between(a, b))
                        : null;
            case "monthsUntil" ->
                value(arguments.get(0)) instanceof LocalDate a && value(arguments.get(1)) instanceof LocalDate b
                        ? BigDecimal.valueOf(ChronoUnit.MONTHS.between(a, b))
                        : null;
            default -> aggregate(call.function(), arguments.getFirst());
        };
    }

    private @Nullable Object aggregate(String function, CelExpr over) {
        if (function.equals("count")) {
            return BigDecimal.valueOf(records(over).size());
        }
        CelExpr.CelComprehension fold = over.comprehension();
        List<Map<String, @Nullable Object>> records = records(fold.iterRange());
        CelExpr formula = fold.loopStep().call().args().get(1);
        List<@Nullable Object> values = records.stream()
                .map(record -> inside(fold.iterVar(), record, formula))
                .toList();
        List<Object> known = values.stream().filter(Objects::nonNull).toList();
        return switch (function) {
            case "@sum" -> known.isEmpty() ? null : sum(known);
            case "@avg" -> known.isEmpty() ? null : sum(known).divide(BigDecimal.valueOf(known.size()), EXACT);
            case "@min" -> known.stream().min(Interpreter::order).orElse(null);
            case "@max" -> known.stream().max(Interpreter::order).orElse(null);
            case "@exists" -> values.contains(true) ? Boolean.TRUE : values.contains(null) ? null : Boolean.FALSE;
            case "@all" -> values.contains(false) ? Boolean.FALSE : values.contains(null) ? null : Boolean.TRUE;
            case "@latest" -> latest(records, values);
            default -> throw new IllegalStateException(function);
        };
    }

    private static @Nullable Object latest(List<Map<String, @Nullable Object>> records, List<@Nullable Object> values) {
        Comparator<Integer> newest = Comparator.<Integer, Object>comparing(
                        i -> Objects.requireNonNull(records.get(i).get("#time")), Interpreter::order)
                .thenComparing(i -> records.get(i).get("#id").toString());
        return Stream.iterate(0, i -> i < records.size(), i -> i + 1)
                .filter(i -> values.get(i) != null)
                .max(newest)
                .map(values::get)
                .orElse(null);
    }

    private @Nullable Object inside(String name, Map<String, @Nullable Object> record, CelExpr formula) {
        Map<String, @Nullable Object> shadowed = rows.put(name, record);
        try {
            return value(formula);
        } finally {
            if (shadowed == null) {
                rows.remove(name);
            } else {
                rows.put(name, shadowed);
            }
        }
    }

    private List<Map<String, @Nullable Object>> records(CelExpr expr) {
        if (expr.getKind() == CelExpr.ExprKind.Kind.IDENT) {
            return sets.getOrDefault(expr.ident().name(), List.of());
        }
        CelExpr.CelCall call = expr.call();
        if (call.function().equals("@filter")) {
            CelExpr.CelComprehension fold = call.args().getFirst().comprehension();
            CelExpr condition = fold.loopStep().call().args().get(1);
            return records(fold.iterRange()).stream()
                    .filter(record -> Boolean.TRUE.equals(inside(fold.iterVar(), record, condition)))
                    .toList();
        }
        Period span = Period.parse(span(call.args().getFirst()));
        CelExpr of = call.target().orElseThrow();
        LocalDate newest = name(of).equals("usage") ? usageUntil : today;
        LocalDate end = call.function().equals("last") ? newest : newest.minus(span);
        LocalDate start = end.minus(span);
        return records(of).stream()
                .filter(record -> {
                    LocalDate day = date(record.get("#time"));
                    return day != null && day.isAfter(start) && !day.isAfter(end);
                })
                .toList();
    }

    /** The set that filters and windows narrow down. */
    private static String name(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT -> expr.ident().name();
            case COMPREHENSION -> name(expr.comprehension().iterRange());
            default -> {
                CelExpr.CelCall call = expr.call();
                yield name(
                        call.function().equals("@filter")
                                ? call.args().getFirst().comprehension().iterRange()
                                : call.target().orElseThrow());
            }
        };
    }

    private @Nullable Object shifted(int sign, List<CelExpr> arguments) {
        CelExpr right = arguments.get(1);
        Object left = value(arguments.get(0));
        if (right.getKind() == CelExpr.ExprKind.Kind.CALL
                && List.of("days", "weeks", "months", "years", "hours")
                        .contains(right.call().function())) {
            if (left == null) {
                return null;
            }
            if (right.call().function().equals("hours")) {
                return ((Instant) left)
                        .plus(sign * right.call().args().getFirst().constant().int64Value(), ChronoUnit.HOURS);
            }
            Period span = Period.parse(span(right)).multipliedBy(sign);
            return left instanceof LocalDate day
                    ? day.plus(span)
                    : ((Instant) left).atZone(zone).plus(span).toInstant();
        }
        Object other = value(right);
        if (left == null || other == null) {
            return null;
        }
        if (left instanceof String text) {
            return text + other;
        }
        BigDecimal a = (BigDecimal) left;
        BigDecimal b = (BigDecimal) other;
        return sign > 0 ? a.add(b) : a.subtract(b);
    }

    private static String span(CelExpr expr) {
        long count = expr.call().args().getFirst().constant().int64Value();
        return "P" + count + expr.call().function().substring(0, 1).toUpperCase(Locale.ROOT);
    }

    private @Nullable Object compare(String operator, List<CelExpr> arguments) {
        Object a = value(arguments.get(0));
        Object b = value(arguments.get(1));
        if (a == null || b == null) {
            return null;
        }
        int order = order(a, b);
        return switch (operator) {
            case "_==_" -> order == 0;
            case "_!=_" -> order != 0;
            case "_<_" -> order < 0;
            case "_<=_" -> order <= 0;
            case "_>_" -> order > 0;
            default -> order >= 0;
        };
    }

    private @Nullable Object in(@Nullable Object value, List<CelExpr> elements) {
        if (value == null) {
            return null;
        }
        boolean unknown = false;
        for (CelExpr element : elements) {
            Object candidate = value(element);
            if (candidate == null) {
                unknown = true;
            } else if (order(value, candidate) == 0) {
                return true;
            }
        }
        return unknown ? null : Boolean.FALSE;
    }

    private @Nullable Object texts(String function, List<CelExpr> arguments) {
        if (!(value(arguments.get(0)) instanceof String text) || !(value(arguments.get(1)) instanceof String other)) {
            return null;
        }
        return switch (function) {
            case "contains" -> text.contains(other);
            case "startsWith" -> text.startsWith(other);
            default -> text.endsWith(other);
        };
    }

    private @Nullable Object numbers(List<CelExpr> arguments, BinaryOperator<@Nullable BigDecimal> operation) {
        return value(arguments.get(0)) instanceof BigDecimal a && value(arguments.get(1)) instanceof BigDecimal b
                ? operation.apply(a, b)
                : null;
    }

    private @Nullable Boolean truth(CelExpr expr) {
        return (Boolean) value(expr);
    }

    private static @Nullable Boolean and(@Nullable Boolean a, @Nullable Boolean b) {
        if (Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)) {
            return false;
        }
        return a == null || b == null ? null : Boolean.TRUE;
    }

    private static @Nullable Boolean not(@Nullable Boolean a) {
        return a == null ? null : Boolean.valueOf(!a);
    }

    private @Nullable LocalDate date(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> LocalDate.parse(text);
            case LocalDate day -> day;
            default -> LocalDate.ofInstant((Instant) value, zone);
        };
    }

    private static BigDecimal sum(List<Object> known) {
        return known.stream().map(BigDecimal.class::cast).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal points(String text) {
        return BigDecimal.valueOf(text.codePointCount(0, text.length()));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static int order(Object a, Object b) {
        return switch (a) {
            case BigDecimal number -> number.compareTo((BigDecimal) b);
            case String text ->
                Arrays.compare(
                        text.codePoints().toArray(), ((String) b).codePoints().toArray());
            case Boolean truth -> truth.compareTo((Boolean) b);
            case LocalDate day -> day.compareTo((LocalDate) b);
            default -> ((Instant) a).compareTo((Instant) b);
        };
    }

    static UUID id(Map<String, @Nullable Object> record) {
        return (UUID) Objects.requireNonNull(record.get("#id"));
    }
}
