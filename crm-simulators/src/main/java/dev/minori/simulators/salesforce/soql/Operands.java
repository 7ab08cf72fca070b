package dev.minori.simulators.salesforce.soql;

import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.FieldKind;
import dev.minori.simulators.salesforce.soql.Query.Call;
import dev.minori.simulators.salesforce.soql.Query.Expression;
import dev.minori.simulators.salesforce.soql.Query.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Makes SQL of fields and functions. Weeks begin on Sunday, fiscal years in April; a fiscal year is named by its start. */
final class Operands {

    private static final int FISCAL_SHIFT_MONTHS = 3;

    private final Scope scope;
    private final ZoneId zone;

    Operands(Scope scope, ZoneId zone) {
        this.scope = scope;
        this.zone = zone;
    }

    /** What a condition of WHERE looks at: aggregates come later. */
    Operand filtered(Expression expression) {
        Operand operand = of(expression, Use.FILTER);
        if (expression instanceof Call call && call.function().kind() == Function.Kind.AGGREGATE) {
            throw malformed(call, "Aggregate expressions cannot be used in a WHERE clause");
        }
        return operand;
    }

    /** What ORDER BY looks at. */
    Operand sorted(Expression expression) {
        return of(expression, Use.SORT);
    }

    /** What GROUP BY looks at. */
    Operand grouped(Expression expression) {
        if (expression instanceof Call call && call.function().kind() != Function.Kind.DATE) {
            throw malformed(call, "unexpected token: '('");
        }
        return of(expression, Use.GROUP);
    }

    /** What the SELECT list of a grouped query, HAVING and its ORDER BY show: aggregates, or what the query groups by. */
    Operand ofGroup(Expression expression, List<Operand> keys) {
        boolean aggregate = expression instanceof Call call && call.function().kind() == Function.Kind.AGGREGATE;
        Operand operand = of(expression, Use.SELECT);
        if (expression instanceof Call call && call.function() == Function.GROUPING) {
            String argument =
                    operand.sql().substring("grouping(".length(), operand.sql().length() - 1);
            if (keys.stream().noneMatch(key -> key.sql().equals(argument))) {
                throw malformed(call, "Grouping function argument must be grouped: " + call.written());
            }
            return operand;
        }
        if (!aggregate && keys.stream().noneMatch(key -> key.sql().equals(operand.sql()))) {
            throw malformed(expression, "Field must be grouped or aggregated: " + expression.written());
        }
        return operand;
    }

    private enum Use {
        SELECT,
        FILTER,
        SORT,
        GROUP
    }

    private Operand of(Expression expression, Use use) {
        return switch (expression) {
            case Path path -> field(path, use);
            case Call call -> call(call);
        };
    }

    private Operand field(Path path, Use use) {
        Scope.Found found = scope.resolve(path);
        Field field = found.field();
        String refused = switch (use) {
            case FILTER -> field.filterable() ? null : "filtered";
            case SORT -> field.filterable() ? null : "sorted";
            case GROUP -> field.groupable() ? null : "grouped";
            case SELECT -> null;
        };
        if (refused != null) {
            throw scope.error(path, "field '" + path.dotted() + "' can not be " + refused + " in a query call");
        }
        return new Operand(found.reference(), field.type(), field.name());
    }

    private Operand call(Call call) {
        Path path = call.argument();
        if (path == null) {
            throw malformed(call, "Grouped query cannot use COUNT()");
        }
        return switch (call.function().kind()) {
            case AGGREGATE -> aggregate(call, path);
            case DATE -> date(call, path);
            case LABEL -> field(path, Use.FILTER);
            case GROUPING ->
                new Operand("grouping(" + scope.resolve(path).reference() + ")", FieldKind.INT, call.written());
        };
    }

    private Operand aggregate(Call call, Path path) {
        Scope.Found found = scope.resolve(path);
        FieldKind kind = found.field().type();
        String ref = found.reference();
        boolean sum = call.function() == Function.SUM || call.function() == Function.AVG;
        boolean fits = sum
                ? kind.family() == FieldKind.Family.NUMBER
                : found.field().filterable() && kind != FieldKind.BOOLEAN;
        if (!fits) {
            throw scope.error(
                    path, "field " + path.dotted() + " does not support aggregate operator " + call.function());
        }
        return switch (call.function()) {
            case COUNT -> new Operand("count(" + ref + ")", FieldKind.INT, call.written());
            case COUNT_DISTINCT -> new Operand("count(distinct " + ref + ")", FieldKind.INT, call.written());
            case SUM, AVG ->
                new Operand(
                        call.function().name().toLowerCase(Locale.ROOT) + "(" + ref + ")",
                        FieldKind.DOUBLE,
                        call.written());
            default ->
                new Operand(call.function().name().toLowerCase(Locale.ROOT) + "(" + ref + ")", kind, call.written());
        };
    }

    private Operand date(Call call, Path path) {
        Scope.Found found = scope.resolve(path);
        String time = switch (found.field().type().family()) {
            case DATETIME ->
                "(" + found.reference() + " at time zone '" + (call.inOrgZone() ? zone.getId() : "UTC") + "')";
            case DATE -> {
                if (call.inOrgZone()
                        || call.function() == Function.HOUR_IN_DAY
                        || call.function() == Function.DAY_ONLY) {
                    throw wrongDate(call, path);
                }
                yield found.reference();
            }
            case TEXT, BOOLEAN, NUMBER, COMPOUND -> throw wrongDate(call, path);
        };
        String fiscal = "(" + time + " - interval '" + FISCAL_SHIFT_MONTHS + " months')";
        return switch (call.function()) {
            case CALENDAR_MONTH -> part(call, "month", time);
            case CALENDAR_QUARTER -> part(call, "quarter", time);
            case CALENDAR_YEAR -> part(call, "year", time);
            case FISCAL_MONTH -> part(call, "month", fiscal);
            case FISCAL_QUARTER -> part(call, "quarter", fiscal);
            case FISCAL_YEAR -> part(call, "year", fiscal);
            case DAY_IN_MONTH -> part(call, "day", time);
            case DAY_IN_YEAR -> part(call, "doy", time);
            case HOUR_IN_DAY -> part(call, "hour", time);
            case DAY_IN_WEEK -> whole(call, "extract(dow from " + time + ")::int + 1");
            // The first week is the first seven days, of the month and of the year.
            case WEEK_IN_MONTH -> whole(call, "(extract(day from " + time + ")::int - 1) / 7 + 1");
            case WEEK_IN_YEAR -> whole(call, "(extract(doy from " + time + ")::int - 1) / 7 + 1");
            case DAY_ONLY -> new Operand(time + "::date", FieldKind.DATE, call.written());
            default -> throw new IllegalStateException(call.function() + " is no date function");
        };
    }

    private static Operand part(Call call, String part, String time) {
        return whole(call, "extract(" + part + " from " + time + ")::int");
    }

    private static Operand whole(Call call, String sql) {
        return new Operand("(" + sql + ")", FieldKind.INT, call.written());
    }

    private SoqlException wrongDate(Call call, Path path) {
        return scope.error(path, "field " + path.dotted() + " does not support function " + call.function());
    }

    private SoqlException malformed(Expression at, String message) {
        return SoqlException.at("MALFORMED_QUERY", scope.query().text(), at.position(), message);
    }
}
