package dev.minori.simulators.salesforce.soql;

import dev.minori.simulators.salesforce.soql.Query.Condition;
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
 * offered (TYPEOF, HAVING, GROUP BY ROLLUP, SCOPE, FOR) is refused by name.
 */
public final class Parser {

    private static final Set<String> AGGREGATES = Set.of("COUNT", "COUNT_DISTINCT", "SUM", "AVG", "MIN", "MAX");
    private static final Set<String> CLAUSES = Set.of(
            "FROM", "WHERE", "GROUP", "ORDER", "LIMIT", "OFFSET", "ALL", "FOR", "USING", "WITH", "HAVING", "UPDATE");

    private final TokenReader in;

    private Parser(TokenReader in) {
        this.in = in;
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
        if (in.peek().isWord("USING") || in.peek().isWord("WITH")) {
            throw in.notOffered(in.peek().text().toUpperCase(Locale.ROOT));
        }
        Condition where = in.acceptWord("WHERE") ? new ConditionParser(in, this::query).condition() : null;
        List<Path> groupBy = groupBy();
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
                from.position(),
                alias,
                where,
                groupBy,
                orderBy,
                limit,
                offset,
                allRows,
                in.text());
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
        if (in.acceptSymbol("(")) {
            return call(path.dotted().toUpperCase(Locale.ROOT), start);
        }
        return new Selected.OfField(path, alias());
    }

    private Selected call(String function, Token start) {
        if (function.equals("FIELDS")) {
            String group = in.name().text().toUpperCase(Locale.ROOT);
            in.expectSymbol(")");
            if (!Set.of("ALL", "STANDARD", "CUSTOM").contains(group)) {
                throw in.malformed(start, "Invalid group name: " + group);
            }
            return new Selected.OfGroup(group, start.position());
        }
        if (!AGGREGATES.contains(function)) {
            throw in.notOffered("function " + function + "()");
        }
        Path argument = in.peek().isSymbol(")") ? null : in.path();
        in.expectSymbol(")");
        if (argument == null && !function.equals("COUNT")) {
            throw in.malformed(start, "unexpected token: ')'");
        }
        return new Selected.OfAggregate(function, argument, alias(), start.position());
    }

    private @Nullable String alias() {
        Token next = in.peek();
        return next.kind() == Token.Kind.NAME && !isClause(next) ? in.name().text() : null;
    }

    private List<Path> groupBy() {
        List<Path> paths = new ArrayList<>();
        if (in.acceptWord("GROUP")) {
            in.expectWord("BY");
            do {
                paths.add(in.path());
                if (in.peek().isSymbol("(")) {
                    throw in.notOffered("functions in GROUP BY");
                }
            } while (in.acceptSymbol(","));
        }
        if (in.peek().isWord("HAVING")) {
            throw in.notOffered("HAVING");
        }
        return List.copyOf(paths);
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
        Path path = in.path();
        if (in.peek().isSymbol("(")) {
            throw in.notOffered("functions in ORDER BY");
        }
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
        return new Order(path, descending, nullsLast);
    }
}
