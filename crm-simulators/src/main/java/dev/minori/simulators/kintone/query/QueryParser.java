package dev.minori.simulators.kintone.query;

import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.query.KintoneQuery.Condition;
import dev.minori.simulators.kintone.query.KintoneQuery.Order;
import dev.minori.simulators.kintone.query.KintoneQuery.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Parses the query language: conditions, then order by, limit and offset. {@code and} binds closer than {@code or}. */
public final class QueryParser {

    private static final int MAX_LIMIT = 500;
    private static final int MAX_OFFSET = 10_000;

    private final List<QueryLexer.Word> words;
    private int at;

    private QueryParser(List<QueryLexer.Word> words) {
        this.words = words;
    }

    /** Parses a query; an empty one finds everything. */
    public static KintoneQuery parse(String query) {
        QueryParser parser = new QueryParser(QueryLexer.words(query));
        KintoneQuery parsed = parser.query();
        if (parser.at < parser.words.size()) {
            throw KintoneFault.badQuery();
        }
        return parsed;
    }

    /** Parses the query of a cursor, which may name neither limit nor offset. */
    public static KintoneQuery parseWithoutWindow(String query) {
        boolean window = QueryLexer.words(query).stream().anyMatch(word -> word.is("limit") || word.is("offset"));
        if (window) {
            throw KintoneFault.invalid("query", "limitおよびoffsetは指定できません。", "limit and offset cannot be specified.");
        }
        return parse(query);
    }

    private KintoneQuery query() {
        Condition condition = atEnd() || atTail() ? null : or();
        List<Order> orders = new ArrayList<>();
        if (accept("order")) {
            expect("by");
            do {
                String field = field();
                // Without a direction the real one sorts descending.
                boolean descending = !accept("asc");
                if (descending) {
                    accept("desc");
                }
                orders.add(new Order(field, descending));
            } while (accept(","));
        }
        int limit = accept("limit") ? number() : KintoneQuery.DEFAULT_LIMIT;
        int offset = accept("offset") ? number() : 0;
        if (limit > MAX_LIMIT) {
            throw KintoneFault.of(400, "GAIA_QU01", "limitには500以下の数値を指定してください。", "limit must be 500 or less.");
        }
        if (offset > MAX_OFFSET) {
            throw KintoneFault.of(400, "GAIA_QU02", "offsetには10,000以下の数値を指定してください。", "offset must be 10,000 or less.");
        }
        return new KintoneQuery(condition, List.copyOf(orders), limit, offset);
    }

    private boolean atTail() {
        return peekIs("order") || peekIs("limit") || peekIs("offset");
    }

    private Condition or() {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(and());
        } while (accept("or"));
        return parts.size() == 1 ? parts.getFirst() : new Condition.Or(List.copyOf(parts));
    }

    private Condition and() {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(simple());
        } while (accept("and"));
        return parts.size() == 1 ? parts.getFirst() : new Condition.And(List.copyOf(parts));
    }

    private Condition simple() {
        if (accept("(")) {
            Condition inner = or();
            expect(")");
            return inner;
        }
        String field = field();
        String operator = operator();
        return new Condition.Comparison(field, operator, values(operator));
    }

    private String operator() {
        QueryLexer.Word word = next();
        String text = word.quoted() ? "" : word.text().toLowerCase(Locale.ROOT);
        return switch (text) {
            case "=", "!=", "<", ">", "<=", ">=", "in", "like" -> text;
            case "not" -> "not " + (accept("in") ? "in" : likeAfterNot());
            case "is" -> {
                boolean negated = accept("not");
                expect("empty");
                yield negated ? "is not empty" : "is empty";
            }
            default -> throw KintoneFault.badQuery();
        };
    }

    private String likeAfterNot() {
        expect("like");
        return "like";
    }

    private List<Value> values(String operator) {
        if (operator.endsWith("empty")) {
            return List.of();
        }
        if (!operator.endsWith("in")) {
            return List.of(value());
        }
        expect("(");
        List<Value> values = new ArrayList<>();
        do {
            values.add(value());
        } while (accept(","));
        expect(")");
        return List.copyOf(values);
    }

    private Value value() {
        QueryLexer.Word word = next();
        if (word.quoted()) {
            return new Value.Literal(word.text());
        }
        if (word.text().matches("[+-]?\\d+(\\.\\d+)?")) {
            return new Value.Literal(word.text());
        }
        if (!word.text().matches("[A-Za-z_]+")) {
            throw KintoneFault.badQuery();
        }
        expect("(");
        List<String> arguments = new ArrayList<>();
        while (!accept(")")) {
            if (!arguments.isEmpty()) {
                expect(",");
            }
            arguments.add(next().text());
        }
        return new Value.Function(word.text().toUpperCase(Locale.ROOT), List.copyOf(arguments));
    }

    private String field() {
        QueryLexer.Word word = next();
        if (word.quoted() || word.text().matches("[()=!<>,]+")) {
            throw KintoneFault.badQuery();
        }
        return word.text();
    }

    private int number() {
        QueryLexer.Word word = next();
        if (word.quoted() || !word.text().matches("\\d{1,9}")) {
            throw KintoneFault.badQuery();
        }
        return Integer.parseInt(word.text());
    }

    private boolean atEnd() {
        return at >= words.size();
    }

    private boolean peekIs(String keyword) {
        return !atEnd() && words.get(at).is(keyword);
    }

    private boolean accept(String keyword) {
        if (!peekIs(keyword)) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(String keyword) {
        if (!accept(keyword)) {
            throw KintoneFault.badQuery();
        }
    }

    private QueryLexer.Word next() {
        if (atEnd()) {
            throw KintoneFault.badQuery();
        }
        return words.get(at++);
    }
}
