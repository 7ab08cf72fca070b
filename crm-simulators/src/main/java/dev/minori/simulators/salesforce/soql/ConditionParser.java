package dev.minori.simulators.salesforce.soql;

import dev.minori.simulators.salesforce.soql.Query.Condition;
import dev.minori.simulators.salesforce.soql.Query.Expression;
import dev.minori.simulators.salesforce.soql.Query.Literal;
import dev.minori.simulators.salesforce.soql.Query.Path;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** The WHERE grammar. AND and OR do not mix without parentheses, as in the real one. */
final class ConditionParser {

    private static final Set<String> COMPARISONS = Set.of("=", "!=", "<>", "<", "<=", ">", ">=");
    private static final DateTimeFormatter DATETIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    private final TokenReader in;
    private final ExpressionParser expressions;
    private final Supplier<Query> subQuery;

    ConditionParser(TokenReader in, ExpressionParser expressions, Supplier<Query> subQuery) {
        this.in = in;
        this.expressions = expressions;
        this.subQuery = subQuery;
    }

    Condition condition() {
        Condition first = simple();
        if (in.peek().isWord("AND")) {
            return new Condition.And(rest("AND", first));
        }
        if (in.peek().isWord("OR")) {
            return new Condition.Or(rest("OR", first));
        }
        return first;
    }

    private List<Condition> rest(String word, Condition first) {
        List<Condition> parts = new ArrayList<>();
        parts.add(first);
        while (in.acceptWord(word)) {
            parts.add(simple());
        }
        if (in.peek().isWord("AND") || in.peek().isWord("OR")) {
            throw in.unexpected();
        }
        return List.copyOf(parts);
    }

    private Condition simple() {
        if (in.acceptSymbol("(")) {
            Condition inner = condition();
            in.expectSymbol(")");
            return inner;
        }
        if (in.acceptWord("NOT")) {
            return new Condition.Not(simple());
        }
        return comparison();
    }

    private Condition comparison() {
        Expression subject = expressions.expression();
        Token operator = in.next();
        if (operator.kind() == Token.Kind.SYMBOL && COMPARISONS.contains(operator.text())) {
            String symbol = operator.text().equals("<>") ? "!=" : operator.text();
            return new Condition.Compare(subject, symbol, literal());
        }
        if (operator.isWord("LIKE")) {
            return new Condition.Compare(subject, "LIKE", literal());
        }
        if (operator.isWord("IN")) {
            return in(subject, false);
        }
        if (operator.isWord("NOT")) {
            in.expectWord("IN");
            return in(subject, true);
        }
        if (operator.isWord("INCLUDES") || operator.isWord("EXCLUDES")) {
            return new Condition.Includes(field(operator, subject), operator.isWord("EXCLUDES"), list());
        }
        throw in.malformed(operator, "unexpected token: '" + operator.text() + "'");
    }

    private Condition in(Expression subject, boolean negated) {
        if (in.peek().isSymbol(":")) {
            throw in.malformed(in.peek(), "Bind variables only allowed in Apex code");
        }
        in.expectSymbol("(");
        if (in.peek().isWord("SELECT")) {
            Path path = field(in.peek(), subject);
            Query query = subQuery.get();
            in.expectSymbol(")");
            return new Condition.InQuery(path, negated, query);
        }
        return new Condition.InList(subject, negated, restOfList());
    }

    private Path field(Token at, Expression subject) {
        return switch (subject) {
            case Path path -> path;
            case Query.Call _ -> throw in.malformed(at, "unexpected token: '" + at.text() + "'");
        };
    }

    private List<Literal> list() {
        in.expectSymbol("(");
        return restOfList();
    }

    private List<Literal> restOfList() {
        List<Literal> literals = new ArrayList<>();
        do {
            literals.add(literal());
        } while (in.acceptSymbol(","));
        in.expectSymbol(")");
        return List.copyOf(literals);
    }

    private Literal literal() {
        Token token = in.next();
        int position = token.position();
        try {
            return switch (token.kind()) {
                case STRING -> new Literal.Text(token.text(), position);
                case NUMBER -> new Literal.Numeric(new BigDecimal(token.text()), position);
                case DATE -> new Literal.Date(LocalDate.parse(token.text()), position);
                case DATETIME ->
                    new Literal.DateTime(
                            OffsetDateTime.parse(token.text(), DATETIME).toInstant(), position);
                case NAME -> word(token);
                case SYMBOL ->
                    throw token.isSymbol(":")
                            ? in.malformed(token, "Bind variables only allowed in Apex code")
                            : in.malformed(token, "unexpected token: '" + token.text() + "'");
                case END -> throw in.malformed(token, "unexpected token: '<EOF>'");
            };
        } catch (DateTimeException e) {
            throw in.malformed(token, "invalid date: " + token.text());
        }
    }

    private Literal word(Token token) {
        String word = token.text().toUpperCase(Locale.ROOT);
        return switch (word) {
            case "TRUE" -> new Literal.Bool(true, token.position());
            case "FALSE" -> new Literal.Bool(false, token.position());
            case "NULL" -> new Literal.Null(token.position());
            default -> relative(token, word);
        };
    }

    private Literal relative(Token token, String word) {
        if (RelativeDates.isPlain(word)) {
            return new Literal.Relative(word, 1, token.position());
        }
        if (RelativeDates.isCounted(word)) {
            in.expectSymbol(":");
            return new Literal.Relative(word, in.wholeNumber(), token.position());
        }
        throw in.malformed(token, "unexpected token: '" + token.text() + "'");
    }
}
