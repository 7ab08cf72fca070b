package dev.minori.simulators.salesforce.soql;

import dev.minori.simulators.salesforce.soql.Query.Condition;
import dev.minori.simulators.salesforce.soql.Query.Expression;
import dev.minori.simulators.salesforce.soql.Query.Grouping;
import dev.minori.simulators.salesforce.soql.Query.Order;
import dev.minori.simulators.salesforce.soql.Query.Path;
import dev.minori.simulators.salesforce.soql.Query.Selected;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses SOQL into a {@link Query}. Grammar: SOQL and SOSL Reference, "SOQL SELECT Syntax". What is real SOQL but not
 * offered (TYPEOF, scopes other than everything, WITH, FOR) is refused by name.
 */
public final class Parser {

    private static final Set<String> CLAUSES = Set.of(
            "FROM", "WHERE", "GROUP", "ORDER", "LIMIT", "OFFSET", "ALL", "FOR", "USING", "WITH", "HAVING", "UPDATE");

    private final TokenReader in;
    private final ExpressionParser expressions;

    private Parser(TokenReader in) {
        this.in = in;
        this.expressions = new ExpressionParser(in);
    }

    /** Parses a whole query; anything after its end is an error. */
    public static Query parse(String soql) {
        TokenReader in = new TokenReader(soql, Lexer.tokens(soql));
        Parser parser = new Parser(in);
        if (!in.peek().isWord("SELECT")) {
            throw in.unexpected();
        }
        Query query = parser.query();
        if (in.peek().kind() != Token.Kind.END) {
            throw in.unexpected();
        }
        return query;
    }

    private Query query() {
        int start = in.peek().position();
        in.expectWord("SELECT");
        List<Selected> select = new ArrayList<>();
        do {
            select.add(selected());
        } while (in.acceptSymbol(","));
        in.expectWord("FROM");
        Token from = in.name();
        String alias = null;
        if (in.peek().kind() == Token.Kind.NAME && !isClause(in.peek())) {
            in.acceptWord("AS");
            alias = in.name().text();
        }
        if (in.peek().isSymbol(",")) {
            throw in.notOffered("aliases of parents in FROM");
        }
        scope();
        Condition where = in.acceptWord("WHERE") ? condition() : null;
        if (in.peek().isWord("WITH")) {
            throw in.notOffered("WITH");
        }
        Grouping groupBy = groupBy();
        Condition having = having(groupBy);
        List<Order> orderBy = orderBy();
        Integer limit = in.acceptWord("LIMIT") ? in.wholeNumber() : null;
        Integer offset = in.acceptWord("OFFSET") ? in.wholeNumber() : null;
        boolean allRows = false;
        if (in.acceptWord("ALL")) {
            in.expectWord("ROWS");
            allRows = true;
        }
        if (in.peek().isWord("FOR") || in.peek().isWord("UPDATE")) {
            throw in.notOffered("FOR");
        }
        return new Query(
                List.copyOf(select),
                from.text(),
                alias,
                where,
                groupBy,
                having,
                orderBy,
                limit,
                offset,
                allRows,
                new Query.Source(in.text(), start, from.position(), in.peek().position()));
    }

    private Condition condition() {
        return new ConditionParser(in, expressions, this::query).condition();
    }

    /** Everybody's records are what an integration user sees anyway. */
    private void scope() {
        if (in.acceptWord("USING")) {
            in.expectWord("SCOPE");
            Token scope = in.name();
            if (!scope.isWord("EVERYTHING")) {
                throw in.notOffered("USING SCOPE " + scope.text());
            }
        }
    }

    private static boolean isClause(Token token) {
        return CLAUSES.contains(token.text().toUpperCase(Locale.ROOT));
    }

    private Selected selected() {
        Token start = in.peek();
        if (in.acceptSymbol("(")) {
            Query children = query();
            in.expectSymbol(")");
            return new Selected.OfChildren(children);
        }
        if (start.isWord("FROM")) {
            throw in.unexpected();
        }
        if (start.isWord("TYPEOF")) {
            throw in.notOffered("TYPEOF");
        }
        Path path = in.path();
        if (!in.acceptSymbol("(")) {
            return new Selected.OfField(path, alias());
        }
        if (path.dotted().toUpperCase(Locale.ROOT).equals("FIELDS")) {
            return fields(start);
        }
        return new Selected.OfCall(expressions.call(path, start), alias());
    }

    private Selected fields(Token start) {
        String group = in.name().text().toUpperCase(Locale.ROOT);
        in.expectSymbol(")");
        if (!Set.of("ALL", "STANDARD", "CUSTOM").contains(group)) {
            throw in.malformed(start, "Invalid group name: " + group);
        }
        return new Selected.OfGroup(group, start.position());
    }

    private @Nullable String alias() {
        Token next = in.peek();
        return next.kind() == Token.Kind.NAME && !isClause(next) ? in.name().text() : null;
    }

    private Grouping groupBy() {
        if (!in.acceptWord("GROUP")) {
            return Grouping.NONE;
        }
        in.expectWord("BY");
        Grouping.Kind kind = Grouping.Kind.PLAIN;
        for (Grouping.Kind special : List.of(Grouping.Kind.ROLLUP, Grouping.Kind.CUBE)) {
            if (in.acceptWord(special.name())) {
                in.expectSymbol("(");
                kind = special;
            }
        }
        List<Expression> keys = new ArrayList<>();
        do {
            keys.add(expressions.expression());
        } while (in.acceptSymbol(","));
        if (kind != Grouping.Kind.PLAIN) {
            in.expectSymbol(")");
        }
        return new Grouping(kind, List.copyOf(keys));
    }

    private @Nullable Condition having(Grouping groupBy) {
        Token having = in.peek();
        if (!in.acceptWord("HAVING")) {
            return null;
        }
        if (groupBy.keys().isEmpty()) {
            throw in.malformed(having, "unexpected token: 'HAVING'");
        }
        return condition();
    }

    private List<Order> orderBy() {
        List<Order> orders = new ArrayList<>();
        if (in.acceptWord("ORDER")) {
            in.expectWord("BY");
            do {
                orders.add(order());
            } while (in.acceptSymbol(","));
        }
        return List.copyOf(orders);
    }

    private Order order() {
        Expression subject = expressions.expression();
        boolean descending = in.acceptWord("DESC");
        if (!descending) {
            in.acceptWord("ASC");
        }
        boolean nullsLast = false;
        if (in.acceptWord("NULLS")) {
            nullsLast = in.acceptWord("LAST");
            if (!nullsLast) {
                in.expectWord("FIRST");
            }
        }
        return new Order(subject, descending, nullsLast);
    }
}
