package dev.minori.scoring.expression;

import dev.cel.common.ast.CelExpr;
import dev.minori.events.fact.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Turns {@code usage.last(days(28)).sum(u, u.activeUsers)} into a lateral subquery over the customer's records. */
final class RecordsTranslator {
    /** Alias of a record inside its subquery. */
    static final String ROW = "r";

    /** So many of the facts behind a number are named; the count says how many there are. */
    static final int SAMPLE = 5;

    private final SqlTranslator translator;
    private final String prefix;
    private final boolean withInputs;
    private final List<Aggregate> aggregates = new ArrayList<>();

    RecordsTranslator(SqlTranslator translator, String prefix, boolean withInputs) {
        this.translator = translator;
        this.prefix = prefix;
        this.withInputs = withInputs;
    }

    List<Aggregate> aggregates() {
        return List.copyOf(aggregates);
    }

    /** The value of an aggregate: its column in the subquery that it adds. */
    Sql aggregate(CelExpr expr, String function, CelExpr over) {
        if (translator.isInside()) {
            throw translator.refuse(
                    expr,
                    "nested-records",
                    "明細の式の中で、ほかの明細は参照できません。",
                    "Records cannot be read inside the formula of another record.");
        }
        boolean counts = function.equals("count");
        Records records = counts ? records(over) : records(over.comprehension().iterRange());
        SqlTranslator.Inside formula =
                counts ? new SqlTranslator.Inside(Sql.of("TRUE"), List.of()) : formula(records, over.comprehension());
        String name = function.replace("@", "");
        Sql value = value(expr, name, records, formula.sql());
        Sql counted = name.equals("exists") || name.equals("all") || counts
                ? Sql.of("§ IS TRUE", formula.sql())
                : Sql.of("§ IS NOT NULL", formula.sql());
        String alias = prefix + aggregates.size();
        Sql select = withInputs ? Sql.of("§ AS v, §", value, inputs(records, counted)) : Sql.of("§ AS v", value);
        Sql join = Sql.of(
                " LEFT JOIN LATERAL (SELECT § FROM " + records.set.table() + " r WHERE r.workspace_id = p.workspace_id"
                        + " AND r.customer_id = p.customer_id AND NOT r.removed§) " + alias + " ON TRUE",
                select,
                Sql.join("", records.conditions));
        List<Attribute> read = formula.attributes();
        String fields = read.stream().map(Attribute::path).distinct().collect(Collectors.joining(", "));
        aggregates.add(new Aggregate(
                alias,
                join,
                records.set.dataset(),
                records.key + "." + name + "(" + fields + ")",
                fields,
                AggregateTexts.japanese(records.set.dataset(), records.windows, name, read, records.filtered),
                AggregateTexts.english(records.set.dataset(), records.windows, name, read, records.filtered),
                translator.valueType(expr),
                read.stream().anyMatch(Attribute::personal)));
        return Sql.of(alias + ".v");
    }

    private Sql value(CelExpr expr, String name, Records records, Sql formula) {
        return switch (name) {
            case "count" -> Sql.of("count(*)::numeric");
            case "sum", "avg", "min", "max" -> Sql.of(name + "(§)", formula);
            case "latest" ->
                Sql.of(
                        "(array_agg(§ ORDER BY " + time(records, expr) + " DESC, r.fact_id DESC)"
                                + " FILTER (WHERE § IS NOT NULL))[1]",
                        formula,
                        formula);
            case "exists" ->
                Sql.of(
                        "CASE WHEN bool_or(§) THEN TRUE WHEN count(*) FILTER (WHERE § IS NULL) > 0 THEN NULL"
                                + " ELSE FALSE END",
                        formula,
                        formula);
            case "all" ->
                Sql.of(
                        "CASE WHEN NOT bool_and(§) THEN FALSE WHEN count(*) FILTER (WHERE § IS NULL) > 0 THEN NULL"
                                + " ELSE TRUE END",
                        formula,
                        formula);
            default -> throw new IllegalStateException("no aggregate " + name);
        };
    }

    private static Sql inputs(Records records, Sql counted) {
        String newestFirst =
                records.set.time(ROW).map(column -> column + " DESC, ").orElse("") + "r.fact_id DESC";
        String sample = "(array_agg(r.%s ORDER BY " + newestFirst + ") FILTER (WHERE §))[1:" + SAMPLE + "]";
        return Sql.of(
                "count(*) FILTER (WHERE §) AS n, " + sample.formatted("fact_id") + " AS f, "
                        + sample.formatted("source_version") + " AS w, max(r.valid_from) FILTER (WHERE §) AS t",
                counted,
                counted,
                counted,
                counted);
    }

    private SqlTranslator.Inside formula(Records records, CelExpr.CelComprehension fold) {
        String name = fold.iterVar();
        return translator.inside(
                name,
                new Scope.NamedRow(name, records.set.rowType(), ROW),
                fold.loopStep().call().args().get(1));
    }

    private Records records(CelExpr expr) {
        switch (expr.getKind()) {
            case IDENT -> {
                RecordSet set = Vocabulary.recordSetsByName().get(expr.ident().name());
                if (set != null) {
                    return new Records(set, set.name());
                }
            }
            case CALL -> {
                CelExpr.CelCall call = expr.call();
                switch (call.function()) {
                    case "@filter" -> {
                        CelExpr.CelComprehension fold = call.args().getFirst().comprehension();
                        Records records = records(fold.iterRange());
                        records.keep(Sql.of(" AND §", formula(records, fold).sql()));
                        return records;
                    }
                    case "last", "previous" -> {
                        Records records = records(call.target().orElseThrow());
                        SqlValue.Span span =
                                Literals.span(translator, call.args().getFirst());
                        window(expr, records, call.function(), span);
                        return records;
                    }
                    default -> {}
                }
            }
            case CONSTANT, SELECT, LIST, STRUCT, MAP, COMPREHENSION, NOT_SET -> {}
        }
        throw translator.refuse(
                expr, "no-records", "明細の一覧(usage など)を指定してください。", "Name a set of records, for example usage.");
    }

    /**
     * Days of the workspace: the last n days include today, of usage the newest complete day; the previous n days lie right
     * before those.
     */
    private void window(CelExpr expr, Records records, String function, SqlValue.Span span) {
        String column = time(records, expr);
        Sql newest = Sql.bind(
                records.set.dataset() == Dataset.USAGE ? SqlValue.Setting.USAGE_UNTIL : SqlValue.Setting.TODAY);
        Sql end = function.equals("last") ? newest : Sql.of("(§ - §)", newest, Sql.bind(span));
        Sql start = Sql.of("(§ - §)", end, Sql.bind(span));
        if (records.set.timeType() == ValueType.DATE) {
            records.window(
                    function, span, Sql.of(" AND " + column + " > §::date AND " + column + " <= §::date", start, end));
        } else {
            Sql zone = Sql.bind(SqlValue.Setting.ZONE);
            records.window(
                    function,
                    span,
                    Sql.of(
                            " AND " + column + " >= (((§)::date + 1)::timestamp AT TIME ZONE §) AND " + column
                                    + " < (((§)::date + 1)::timestamp AT TIME ZONE §)",
                            start,
                            zone,
                            end,
                            zone));
        }
    }

    private String time(Records records, CelExpr expr) {
        return records.set
                .time(ROW)
                .orElseThrow(() -> translator.refuse(
                        expr,
                        "no-time",
                        "「" + records.set.name() + "」には日付がないため、期間や最新は使えません。",
                        "'" + records.set.name() + "' have no date, so windows and latest do not apply."));
    }

    /** A record set narrowed down so far. */
    private static final class Records {
        private final RecordSet set;
        private final List<Sql> conditions = new ArrayList<>();
        private final List<AggregateTexts.Window> windows = new ArrayList<>();
        private String key;
        private boolean filtered;

        Records(RecordSet set, String key) {
            this.set = set;
            this.key = key;
        }

        void keep(Sql condition) {
            conditions.add(condition);
            key += ".filter";
            filtered = true;
        }

        void window(String function, SqlValue.Span span, Sql condition) {
            conditions.add(condition);
            key += "." + function + "(" + span.iso() + ")";
            windows.add(new AggregateTexts.Window(function, span.iso()));
        }
    }
}
