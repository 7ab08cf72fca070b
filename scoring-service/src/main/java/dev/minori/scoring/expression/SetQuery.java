package dev.minori.scoring.expression;

import dev.minori.events.fact.Dataset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Expressions of one scope that are evaluated together, and the statement that does it. */
public final class SetQuery {
    private static final String FROM = " FROM customer_profile p LEFT JOIN health_current h"
            + " ON h.workspace_id = p.workspace_id AND h.customer_id = p.customer_id";

    private final Scope scope;
    private final List<SqlExpression> expressions = new ArrayList<>();
    private final boolean withInputs;
    private final Map<String, Sql> evidence = new LinkedHashMap<>();

    private SetQuery(Scope scope, List<Expression> expressions, boolean withInputs, boolean withEvidence) {
        this.scope = scope;
        this.withInputs = withInputs;
        for (int i = 0; i < expressions.size(); i++) {
            Expression expression = expressions.get(i);
            if (expression.scope() != scope) {
                throw new IllegalArgumentException(expression.scope() + " does not go with " + scope);
            }
            this.expressions.add(expression.toSql("a" + i + "_", withInputs));
        }
        if (withEvidence) {
            for (SqlExpression expression : this.expressions) {
                expression
                        .mentions()
                        .forEach(mention -> evidence.putIfAbsent(
                                mention.name(),
                                shown(mention.column(), mention.attribute().type())));
                // What people wrote is quoted only where the subject itself is what they wrote, so that an erasure
                // finds it.
                expression.aggregates().stream()
                        .filter(each -> !each.personal())
                        .forEach(each ->
                                evidence.putIfAbsent(each.key(), shown(Sql.of(each.alias() + ".v"), each.type())));
            }
        }
    }

    /** Values with the facts behind them, for measures. */
    public static SetQuery withInputs(Scope scope, List<Expression> expressions) {
        return new SetQuery(scope, expressions, true, false);
    }

    /** Values with what the expressions looked at, for conditions. */
    public static SetQuery withEvidence(Scope scope, List<Expression> expressions) {
        return new SetQuery(scope, expressions, false, true);
    }

    /** The questions in their order, with the looks over records that follow them in the columns. */
    public List<Question> questions() {
        return expressions.stream().map(SetQuery::question).toList();
    }

    public boolean isWithInputs() {
        return withInputs;
    }

    /** Names of the evidence columns, in their order. */
    public List<String> evidenceNames() {
        return List.copyOf(evidence.keySet());
    }

    /**
     * The statement. Columns: customer, subject, label, the customer's own fact (id, version, valid from), the value of
     * each expression as text, then n, f, w and t of each aggregate, then the evidence as text.
     */
    public Sql statement() {
        List<Sql> columns = new ArrayList<>();
        columns.add(Sql.of("p.customer_id"));
        columns.addAll(subject());
        columns.add(Sql.of("p.fact_id"));
        columns.add(Sql.of("p.source_version"));
        columns.add(Sql.of("p.valid_from"));
        List<Sql> joins = new ArrayList<>();
        for (SqlExpression expression : expressions) {
            columns.add(text(expression.value(), expression.type()));
            expression.aggregates().forEach(each -> joins.add(each.join()));
        }
        if (withInputs) {
            expressions.stream().flatMap(each -> each.aggregates().stream()).forEach(each -> {
                columns.add(Sql.of(each.alias() + ".n"));
                columns.add(Sql.of(each.alias() + ".f"));
                columns.add(Sql.of(each.alias() + ".w"));
                columns.add(Sql.of(each.alias() + ".t"));
            });
        }
        columns.addAll(evidence.values());
        return Sql.of(
                "SELECT §" + FROM + "§§ WHERE p.workspace_id = § AND NOT p.removed AND p.customer_id = ANY(§)",
                Sql.join(", ", columns),
                subjectJoin(scope),
                Sql.join("", joins),
                Sql.bind(SqlValue.Setting.WORKSPACE),
                Sql.bind(SqlValue.Setting.CUSTOMERS));
    }

    /** The statement that finds the subjects of a whole workspace for which the condition holds. */
    public static Sql matching(Expression condition) {
        SqlExpression sql = condition.toSql("a", false);
        return Sql.of(
                "SELECT p.customer_id, §" + FROM + "§§ WHERE p.workspace_id = § AND NOT p.removed AND §",
                subjectId(condition.scope()),
                subjectJoin(condition.scope()),
                Sql.join("", sql.aggregates().stream().map(Aggregate::join).toList()),
                Sql.bind(SqlValue.Setting.WORKSPACE),
                sql.value());
    }

    /**
     * One expression of the query.
     *
     * @param looks its looks over records
     * @param customerFields the fields of the customer itself that it reads
     */
    public record Question(ValueType type, List<Look> looks, List<String> customerFields) {
        public Question {
            looks = List.copyOf(looks);
            customerFields = List.copyOf(customerFields);
        }
    }

    /** What an aggregate is called and what it reads. */
    public record Look(Dataset dataset, String key, String field, String japanese, String english) {}

    private static Question question(SqlExpression expression) {
        return new Question(
                expression.type(),
                expression.aggregates().stream()
                        .map(each ->
                                new Look(each.dataset(), each.key(), each.field(), each.japanese(), each.english()))
                        .toList(),
                expression.mentions().stream()
                        .filter(mention -> mention.name().startsWith("customer."))
                        .map(mention -> mention.attribute().path())
                        .toList());
    }

    private List<Sql> subject() {
        return List.of(
                subjectId(scope),
                Sql.of(
                        switch (scope) {
                            case MEASURE, CUSTOMER -> "p.name";
                            case CONTRACT -> "coalesce(s.contract_number, s.product_name, s.source_record_id)";
                            case MESSAGE -> "left(s.subject, 200)";
                        }));
    }

    private static Sql subjectId(Scope scope) {
        return Sql.of(
                switch (scope) {
                    case MEASURE, CUSTOMER -> "p.customer_id";
                    case CONTRACT, MESSAGE -> "s.fact_id";
                });
    }

    private static Sql subjectJoin(Scope scope) {
        String table = switch (scope) {
            case MEASURE, CUSTOMER -> null;
            case CONTRACT -> "contract_current";
            case MESSAGE -> "message_current";
        };
        return table == null
                ? Sql.of("")
                : Sql.of(" JOIN " + table + " s ON s.workspace_id = p.workspace_id AND s.customer_id = p.customer_id"
                        + " AND NOT s.removed");
    }

    private static Sql shown(Sql value, ValueType type) {
        return type == ValueType.NUMBER ? Sql.of("trim_scale(round(§, 2))::text", value) : text(value, type);
    }

    /** A value as a person in the workspace's zone reads it. */
    private static Sql text(Sql value, ValueType type) {
        return switch (type) {
            case TIME ->
                Sql.of("to_char(§ AT TIME ZONE §, 'YYYY-MM-DD HH24:MI')", value, Sql.bind(SqlValue.Setting.ZONE));
            case DATE -> Sql.of("to_char(§, 'YYYY-MM-DD')", value);
            case NUMBER, TEXT, BOOLEAN -> Sql.of("(§)::text", value);
        };
    }
}
