package dev.minori.scoring.expression;

import dev.cel.common.CelAbstractSyntaxTree;

/** An expression that was parsed and checked. */
public final class Expression {
    private final String text;
    private final Scope scope;
    private final CelAbstractSyntaxTree ast;
    private final ValueType type;
    private final boolean dependsOnNow;
    private final boolean quotesPeople;

    Expression(String text, Scope scope, CelAbstractSyntaxTree ast) {
        this.text = text;
        this.scope = scope;
        this.ast = ast;
        // Whatever has no translation is refused here, before anybody keeps the expression.
        SqlExpression sql = toSql("x", true);
        this.type = sql.type();
        this.quotesPeople =
                sql.aggregates().stream().anyMatch(each -> each.personal() && each.type() == ValueType.TEXT);
        this.dependsOnNow = sql.value().values().contains(SqlValue.Setting.NOW)
                || sql.aggregates().stream()
                        .anyMatch(each -> each.join().values().contains(SqlValue.Setting.NOW));
    }

    public String text() {
        return text;
    }

    public Scope scope() {
        return scope;
    }

    public ValueType type() {
        return type;
    }

    /** Whether its value can change within a day without any change of facts. */
    public boolean dependsOnNow() {
        return dependsOnNow;
    }

    /** Whether its value quotes what people wrote in other records than the subject. */
    public boolean quotesPeople() {
        return quotesPeople;
    }

    CelAbstractSyntaxTree ast() {
        return ast;
    }

    SqlExpression toSql(String prefix, boolean withInputs) {
        return new SqlTranslator(ast, scope, prefix, withInputs).translate();
    }
}
