package dev.minori.simulators.salesforce.soql;

import dev.minori.simulators.salesforce.schema.FieldKind;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import dev.minori.simulators.salesforce.soql.Query.Condition;
import dev.minori.simulators.salesforce.soql.Query.Expression;
import dev.minori.simulators.salesforce.soql.Query.Literal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes conditions as SQL. SOQL knows two truth values: null is a value that differs from all others, and text compares
 * without regard to case.
 */
final class WhereWriter {

    private final Scope scope;
    private final LocalDate today;
    private final ZoneId zone;
    private final List<Object> parameters;
    private final Function<Expression, Operand> operands;
    private final Function<Query, String> subQuery;

    /**
     * @param operands makes SQL of what a condition looks at, or refuses it
     * @param subQuery compiles a sub-query, adding its parameters to the same list
     */
    WhereWriter(
            Scope scope,
            LocalDate today,
            ZoneId zone,
            List<Object> parameters,
            Function<Expression, Operand> operands,
            Function<Query, String> subQuery) {
        this.scope = scope;
        this.today = today;
        this.zone = zone;
        this.parameters = parameters;
        this.operands = operands;
        this.subQuery = subQuery;
    }

    String write(Condition condition) {
        return switch (condition) {
            case Condition.And(List<Condition> parts) ->
                parts.stream().map(this::write).collect(Collectors.joining(" and ", "(", ")"));
            case Condition.Or(List<Condition> parts) ->
                parts.stream().map(this::write).collect(Collectors.joining(" or ", "(", ")"));
            case Condition.Not(Condition inner) -> "(not coalesce(" + write(inner) + ", false))";
            case Condition.Compare(Expression subject, String operator, Literal literal) ->
                compare(operands.apply(subject), operator, literal);
            case Condition.InList in -> in(in);
            case Condition.InQuery in -> in(in);
            case Condition.Includes includes -> includes(includes);
        };
    }

    private String compare(Operand operand, String operator, Literal literal) {
        String ref = operand.sql();
        if (literal instanceof Literal.Null || isEmptyText(operand, literal)) {
            return switch (operator) {
                case "=" -> "(" + ref + " is null)";
                case "!=" -> "(" + ref + " is not null)";
                default -> "false";
            };
        }
        return switch (operand.kind().family()) {
            case TEXT -> text(operand, operator, literal);
            case BOOLEAN -> simple(ref, operator, bool(operand, literal));
            case NUMBER -> simple(ref, operator, number(operand, literal));
            case DATE -> date(operand, operator, literal);
            case DATETIME -> datetime(operand, operator, literal);
            case COMPOUND -> throw wrongType(operand, literal);
        };
    }

    private static boolean isEmptyText(Operand operand, Literal literal) {
        return operand.kind().family() == FieldKind.Family.TEXT
                && literal instanceof Literal.Text(String raw, int _)
                && raw.isEmpty();
    }

    private String text(Operand operand, String operator, Literal literal) {
        if (!(literal instanceof Literal.Text given)) {
            throw wrongType(operand, literal);
        }
        String ref = operand.sql();
        if (operand.isId()) {
            if (operator.equals("LIKE")) {
                throw error(literal, "INVALID_QUERY_FILTER_OPERATOR", "invalid operator on id field");
            }
            return simple(ref, operator, id(given));
        }
        if (operator.equals("LIKE")) {
            parameters.add(Texts.likePattern(given.raw()));
            return "(" + ref + " ilike ?)";
        }
        return simple("lower(" + ref + ")", operator, Texts.decode(given.raw()).toLowerCase(Locale.ROOT));
    }

    private String id(Literal.Text given) {
        return SalesforceId.normalise(given.raw())
                .orElseThrow(() -> error(given, "INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: " + given.raw()));
    }

    private String simple(String expression, String operator, Object value) {
        parameters.add(value);
        return switch (operator) {
            case "!=" -> "(" + expression + " is distinct from ?)";
            case "LIKE" -> throw SoqlException.plain("INVALID_FIELD", "LIKE is only allowed on text fields");
            default -> "(" + expression + " " + operator + " ?)";
        };
    }

    private Object bool(Operand operand, Literal literal) {
        if (literal instanceof Literal.Bool(boolean value, int _)) {
            return value;
        }
        throw wrongType(operand, literal);
    }

    private Object number(Operand operand, Literal literal) {
        if (literal instanceof Literal.Numeric number) {
            return number.value();
        }
        throw wrongType(operand, literal);
    }

    private String date(Operand operand, String operator, Literal literal) {
        return switch (literal) {
            case Literal.Date(LocalDate value, int _) -> simple(operand.sql(), operator, value);
            case Literal.Relative relative -> {
                RelativeDates.Range range = RelativeDates.range(relative.name(), relative.count(), today);
                yield range(operand.sql(), operator, range.first(), range.end());
            }
            case Literal.Text _, Literal.Numeric _, Literal.Bool _, Literal.Null _, Literal.DateTime _ ->
                throw wrongType(operand, literal);
        };
    }

    private String datetime(Operand operand, String operator, Literal literal) {
        return switch (literal) {
            case Literal.DateTime(java.time.Instant value, int _) -> simple(operand.sql(), operator, value);
            case Literal.Relative relative -> {
                RelativeDates.Range range = RelativeDates.range(relative.name(), relative.count(), today);
                yield range(
                        operand.sql(),
                        operator,
                        range.first().atStartOfDay(zone).toInstant(),
                        range.end().atStartOfDay(zone).toInstant());
            }
            case Literal.Text _, Literal.Numeric _, Literal.Bool _, Literal.Null _, Literal.Date _ ->
                throw wrongType(operand, literal);
        };
    }

    /** Compares with a range of days: equal is inside, less is before its start, greater is at or after its end. */
    private String range(String ref, String operator, Object first, Object end) {
        return switch (operator) {
            case "=" -> both("(" + ref + " >= ? and " + ref + " < ?)", first, end);
            case "!=" -> both("(" + ref + " is null or " + ref + " < ? or " + ref + " >= ?)", first, end);
            case "<" -> simple(ref, "<", first);
            case ">=" -> simple(ref, ">=", first);
            case "<=" -> simple(ref, "<", end);
            case ">" -> simple(ref, ">=", end);
            default -> throw SoqlException.plain("INVALID_FIELD", "operator " + operator + " does not fit a date");
        };
    }

    private String both(String sql, Object first, Object second) {
        parameters.add(first);
        parameters.add(second);
        return sql;
    }

    private String in(Condition.InList in) {
        Operand operand = operands.apply(in.subject());
        boolean textual = operand.kind().family() == FieldKind.Family.TEXT;
        String any = textual
                ? anyText(operand, in.literals())
                : in.literals().stream()
                        .map(literal -> compare(operand, "=", literal))
                        .collect(Collectors.joining(" or ", "(", ")"));
        return in.negated() ? "(not coalesce(" + any + ", false))" : any;
    }

    private String anyText(Operand operand, List<Literal> literals) {
        List<String> values = new ArrayList<>();
        boolean orNull = false;
        for (Literal literal : literals) {
            if (literal instanceof Literal.Null || isEmptyText(operand, literal)) {
                orNull = true;
            } else if (literal instanceof Literal.Text given) {
                values.add(
                        operand.isId() ? id(given) : Texts.decode(given.raw()).toLowerCase(Locale.ROOT));
            } else {
                throw wrongType(operand, literal);
            }
        }
        String ref = operand.sql();
        parameters.add(List.copyOf(values));
        String any = (operand.isId() ? ref : "lower(" + ref + ")") + " = any(?)";
        return orNull ? "(" + any + " or " + ref + " is null)" : "(" + any + ")";
    }

    private String in(Condition.InQuery in) {
        Operand operand = operands.apply(in.path());
        if (!operand.isId()) {
            throw scope.error(in.path(), "The left operand field in a semi-join must be an id or reference field");
        }
        String inner = "coalesce(" + operand.sql() + " in (" + subQuery.apply(in.query()) + "), false)";
        return in.negated() ? "(not " + inner + ")" : "(" + inner + ")";
    }

    private String includes(Condition.Includes includes) {
        Operand operand = operands.apply(includes.path());
        if (operand.kind() != FieldKind.MULTIPICKLIST) {
            throw scope.error(includes.path(), "includes or excludes operator only valid on multipicklist field");
        }
        String held = "string_to_array(" + operand.sql() + ", ';')";
        List<String> options = new ArrayList<>();
        for (Literal literal : includes.values()) {
            if (!(literal instanceof Literal.Text given)) {
                throw wrongType(operand, literal);
            }
            parameters.add(List.of(Texts.decode(given.raw()).split(";")));
            options.add(held + " @> ?");
        }
        String any = "coalesce(" + String.join(" or ", options) + ", false)";
        return includes.negated() ? "(not " + any + ")" : "(" + any + ")";
    }

    private SoqlException wrongType(Operand operand, Literal literal) {
        FieldKind.Family family = operand.kind().family();
        String type = operand.kind() == FieldKind.DATETIME
                ? "dateTime"
                : operand.kind().apiName();
        String quotes = family == FieldKind.Family.TEXT
                ? " and should be enclosed in quotes"
                : " and should not be enclosed in quotes";
        return error(
                literal,
                "INVALID_FIELD",
                "value of filter criterion for field '" + operand.name() + "' must be of type " + type + quotes);
    }

    private SoqlException error(Literal literal, String code, String message) {
        return SoqlException.at(code, scope.query().text(), literal.position(), message);
    }
}
