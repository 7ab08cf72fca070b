package dev.minori.scoring.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a checked expression into SQL. Every error of evaluation is unknown (NULL) and logic is three-valued, which is
 * SQL's own; numbers are numeric, so that nothing overflows or rounds on the way.
 */
final class SqlTranslator {
    /** A collation of PostgreSQL itself, so it means the same on every machine; letters beyond ASCII have case, too. */
    private static final String FOLDED = "lower(normalize(§, NFKC) COLLATE pg_c_utf8)";

    private final CelAbstractSyntaxTree ast;
    private final Map<String, Scope.NamedRow> rows;
    private final RecordsTranslator records;
    private final Map<String, Mention> mentions = new LinkedHashMap<>();
    private final List<Attribute> readInside = new ArrayList<>();
    private boolean inside;

    /** @param prefix makes the aliases of this expression's subqueries differ from those of others in the query */
    SqlTranslator(CelAbstractSyntaxTree ast, Scope scope, String prefix, boolean withInputs) {
        this.ast = ast;
        this.rows = new LinkedHashMap<>(scope.rows());
        this.records = new RecordsTranslator(this, prefix, withInputs);
    }

    SqlExpression translate() {
        ValueType type = valueType(ast.getResultType(), ast.getExpr());
        Sql value = scalar(ast.getExpr());
        return new SqlExpression(value, type, records.aggregates(), List.copyOf(mentions.values()));
    }

    /** The formula of each record of an aggregate, with the record under its name. */
    Inside inside(String rowName, Scope.NamedRow row, CelExpr formula) {
        if (inside) {
            throw refuse(
                    formula,
                    "nested-records",
                    "明細の式の中で、ほかの明細は参照できません。",
                    "Records cannot be read inside the formula of another record.");
        }
        Scope.NamedRow shadowed = rows.put(rowName, row);
        inside = true;
        readInside.clear();
        try {
            return new Inside(scalar(formula), List.copyOf(readInside));
        } finally {
            inside = false;
            if (shadowed == null) {
                rows.remove(rowName);
            } else {
                rows.put(rowName, shadowed);
            }
        }
    }

    /** A formula over one record and the record's attributes that it reads. */
    record Inside(Sql sql, List<Attribute> attributes) {}

    Sql scalar(CelExpr expr) {
        return switch (expr.getKind()) {
            case CONSTANT -> constant(expr);
            case IDENT -> name(expr);
            case SELECT -> attribute(expr);
            case CALL -> call(expr);
            case LIST, STRUCT, MAP, COMPREHENSION, NOT_SET ->
                throw refuse(expr, "no-value", "ここでは1つの値が必要です。", "A single value is needed here.");
        };
    }

    ValueType valueType(CelType type, CelExpr expr) {
        if (type.name().equals("int")) {
            return ValueType.NUMBER;
        }
        for (ValueType candidate : ValueType.values()) {
            if (candidate.celType().equals(type)) {
                return candidate;
            }
        }
        throw refuse(expr, "no-value", "式の結果は1つの値でなければなりません。", "The result must be a single value.");
    }

    ValueType valueType(CelExpr expr) {
        return valueType(ast.getTypeOrThrow(expr.id()), expr);
    }

    private Sql constant(CelExpr expr) {
        CelConstant constant = expr.constant();
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> Sql.bind(new SqlValue.Truth(constant.booleanValue()));
            case INT64_VALUE -> Sql.bind(new SqlValue.Decimal(BigDecimal.valueOf(constant.int64Value())));
            case DOUBLE_VALUE -> decimal(expr, constant.doubleValue());
            case STRING_VALUE -> Sql.bind(new SqlValue.Text(Literals.text(this, expr)));
            case NULL_VALUE ->
                throw refuse(
                        expr,
                        "null",
                        "null は書けません。has(…) または known(…) を使ってください。",
                        "null cannot be written; use has(…) or known(…).");
            case UINT64_VALUE, BYTES_VALUE, DURATION_VALUE, TIMESTAMP_VALUE, NOT_SET ->
                throw refuse(expr, "no-value", "この種類の値は使えません。", "Values of this kind cannot be used.");
        };
    }

    private Sql decimal(CelExpr expr, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw refuse(expr, "out-of-range", "数値が大きすぎます。", "The number is too large.");
        }
        return Sql.bind(new SqlValue.Decimal(BigDecimal.valueOf(value)));
    }

    private Sql name(CelExpr expr) {
        return switch (expr.ident().name()) {
            case "today" -> Sql.bind(SqlValue.Setting.TODAY);
            case "now" -> Sql.bind(SqlValue.Setting.NOW);
            default ->
                throw refuse(
                        expr,
                        "no-value",
                        "「" + expr.ident().name() + "」だけでは値になりません。項目を指定してください。",
                        "'" + expr.ident().name() + "' is not a value by itself; name a field of it.");
        };
    }

    private Sql attribute(CelExpr expr) {
        List<String> path = new ArrayList<>();
        CelExpr at = expr;
        while (at.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            path.addFirst(at.select().field());
            at = at.select().operand();
        }
        Scope.NamedRow row = at.getKind() == CelExpr.ExprKind.Kind.IDENT
                ? rows.get(at.ident().name())
                : null;
        if (row == null) {
            throw refuse(expr, "no-value", "項目を読み取れません。", "This field cannot be read.");
        }
        String dotted = String.join(".", path);
        Optional<Attribute> found = row.type().attribute(dotted);
        if (found.isEmpty() || (!expr.select().testOnly() && !found.get().path().equals(dotted))) {
            throw refuse(
                    expr,
                    "no-value",
                    "「" + dotted + "」だけでは値になりません。項目を指定してください。",
                    "'" + dotted + "' is not a value by itself; name a field of it.");
        }
        Attribute attribute = found.get();
        Sql column = attribute.column().apply(row.alias());
        if (row.alias().equals(RecordsTranslator.ROW)) {
            readInside.add(attribute);
        } else {
            String name = row.name() + "." + attribute.path();
            mentions.putIfAbsent(name, new Mention(name, attribute, column));
        }
        return expr.select().testOnly() ? Sql.of("(§ IS NOT NULL)", column) : column;
    }

    private Sql call(CelExpr expr) {
        CelExpr.CelCall call = expr.call();
        List<CelExpr> arguments = new ArrayList<>();
        call.target().ifPresent(arguments::add);
        arguments.addAll(call.args());
        return switch (call.function()) {
            case "_&&_" -> binary("(§ AND §)", arguments);
            case "_||_" -> binary("(§ OR §)", arguments);
            case "!_" -> Sql.of("(NOT §)", scalar(arguments.getFirst()));
            case "_?_:_" ->
                Sql.of(
                        "(CASE § WHEN TRUE THEN § WHEN FALSE THEN § END)",
                        scalar(arguments.get(0)),
                        scalar(arguments.get(1)),
                        scalar(arguments.get(2)));
            case "orElse" -> binary("COALESCE(§, §)", arguments);
            case "known" -> Sql.of("(§ IS NOT NULL)", scalar(arguments.getFirst()));
            case "_==_" -> binary("(§ = §)", arguments);
            case "_!=_" -> binary("(§ <> §)", arguments);
            case "_<_" -> ordered("<", arguments);
            case "_<=_" -> ordered("<=", arguments);
            case "_>_" -> ordered(">", arguments);
            case "_>=_" -> ordered(">=", arguments);
            case "@in" -> oneOf(arguments.get(0), arguments.get(1));
            case "_*_" -> binary("(§ * §)", arguments);
            case "_/_" -> binary("(§ / NULLIF(§, 0))", arguments);
            case "-_" -> Sql.of("(- §)", scalar(arguments.getFirst()));
            case "abs" -> Sql.of("abs(§)", scalar(arguments.getFirst()));
            case "_+_" -> shifted("+", expr, arguments);
            case "_-_" -> shifted("-", expr, arguments);
            case "contains" -> binary("(strpos(§, §) > 0)", arguments);
            case "startsWith" -> binary("starts_with(§, §)", arguments);
            case "endsWith" ->
                binary("(SELECT right(v.a, char_length(v.b)) = v.b FROM (VALUES (§, §)) v(a, b))", arguments);
            case "length" -> Sql.of("char_length(§)::numeric", scalar(arguments.getFirst()));
            case "mentions" -> mentions(arguments.get(0), arguments.get(1));
            case "date" -> date(arguments.getFirst());
            case "daysUntil" -> Sql.of("(§ - §)::numeric", scalar(arguments.get(1)), scalar(arguments.get(0)));
            case "monthsUntil" -> binary(Literals.MONTHS_BETWEEN, arguments);
            case "count", "@sum", "@avg", "@min", "@max", "@latest", "@exists", "@all" ->
                records.aggregate(expr, call.function(), arguments.getFirst());
            default ->
                throw refuse(
                        expr,
                        "no-value",
                        "「" + call.function() + "」はここでは使えません。",
                        "'" + call.function() + "' cannot be used here.");
        };
    }

    private Sql binary(String text, List<CelExpr> arguments) {
        return Sql.of(text, scalar(arguments.get(0)), scalar(arguments.get(1)));
    }

    private Sql ordered(String operator, List<CelExpr> arguments) {
        boolean text = valueType(arguments.getFirst()) == ValueType.TEXT;
        // Code point order on every server, whatever its locale.
        return binary("(§ " + (text ? "COLLATE \"C\" " : "") + operator + " §)", arguments);
    }

    /** Numbers and texts add up; dates and times move by a period. */
    private Sql shifted(String operator, CelExpr expr, List<CelExpr> arguments) {
        CelType right = ast.getTypeOrThrow(arguments.get(1).id());
        ValueType type = valueType(expr);
        if (!right.equals(ValueType.PERIOD) && !right.equals(ValueType.HOURS)) {
            return binary(type == ValueType.TEXT ? "(§ || §)" : "(§ " + operator + " §)", arguments);
        }
        Sql span = Sql.bind(Literals.span(this, arguments.get(1)));
        Sql from = scalar(arguments.get(0));
        if (type == ValueType.DATE) {
            return Sql.of("(§ " + operator + " §)::date", from, span);
        }
        if (right.equals(ValueType.HOURS)) {
            return Sql.of("(§ " + operator + " §)", from, span);
        }
        Sql zone = Sql.bind(SqlValue.Setting.ZONE);
        return Sql.of("(((§ AT TIME ZONE §) " + operator + " §) AT TIME ZONE §)", from, zone, span, zone);
    }

    private Sql date(CelExpr argument) {
        if (valueType(argument) == ValueType.TEXT) {
            return Sql.bind(Literals.day(this, argument));
        }
        return Sql.of("(§ AT TIME ZONE §)::date", scalar(argument), Sql.bind(SqlValue.Setting.ZONE));
    }

    private Sql oneOf(CelExpr value, CelExpr list) {
        List<Sql> elements =
                Literals.elements(this, list).stream().map(this::scalar).toList();
        return Sql.of("(§ IN (§))", scalar(value), Sql.join(", ", elements));
    }

    /** Full-width, half-width and letter case do not matter to whoever looks for a word, whatever the alphabet. */
    private Sql mentions(CelExpr text, CelExpr list) {
        List<Sql> words = Literals.words(this, list).stream()
                .map(word -> Sql.of(FOLDED, Sql.bind(new SqlValue.Text(word))))
                .toList();
        return Sql.of(
                "(SELECT bool_or(strpos(v.t, w.t) > 0) FROM (VALUES (§)) v(t), unnest(ARRAY[§]) w(t))",
                Sql.of(FOLDED, scalar(text)),
                Sql.join(", ", words));
    }

    boolean isInside() {
        return inside;
    }

    InvalidExpressionException refuse(CelExpr at, String code, String japanese, String english) {
        CelSourceLocation place = Optional.ofNullable(
                        ast.getSource().getPositionsMap().get(at.id()))
                .flatMap(offset -> ast.getSource().getOffsetLocation(offset))
                .orElse(CelSourceLocation.of(1, 0));
        return new InvalidExpressionException(
                List.of(new ExpressionIssue(place.getLine(), place.getColumn() + 1, code, japanese, english)));
    }
}
