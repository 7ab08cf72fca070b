package dev.minori.simulators.kintone.formula;

import dev.minori.simulators.kintone.formula.Expression.Binary;
import dev.minori.simulators.kintone.formula.Expression.Call;
import dev.minori.simulators.kintone.formula.Expression.Field;
import dev.minori.simulators.kintone.formula.Expression.Literal;
import dev.minori.simulators.kintone.formula.Expression.Negated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads formulas. A field code may hold any letters, so a name is what is neither space nor sign. */
final class FormulaParser {

    private static final Pattern WORD = Pattern.compile(
            "\\s*(?:(?<text>\"(?:[^\"\\\\]|\\\\.)*\")|(?<number>\\d+(?:\\.\\d+)?)(?![^\\s+\\-*/^&=!<>(),\"])"
                    + "|(?<sign><>|<=|>=|!=|[+\\-*/^&=<>(),])|(?<name>[^\\s+\\-*/^&=!<>(),\"]+))");
    private static final List<Set<String>> BY_STRENGTH = List.of(
            Set.of("=", "!=", "<>", "<", "<=", ">", ">="),
            Set.of("&"),
            Set.of("+", "-"),
            Set.of("*", "/"),
            Set.of("^"));
    static final Set<String> FUNCTIONS =
            Set.of("SUM", "IF", "AND", "OR", "NOT", "ROUND", "ROUNDUP", "ROUNDDOWN", "YEN", "DATE_FORMAT", "CONTAINS");

    private final List<Word> words;
    private int at;

    private FormulaParser(List<Word> words) {
        this.words = words;
    }

    private enum Kind {
        TEXT,
        NUMBER,
        SIGN,
        NAME
    }

    private record Word(Kind kind, String text) {}

    static Expression parse(String text) {
        FormulaParser parser = new FormulaParser(words(text));
        Expression whole = parser.binary(0);
        if (parser.at < parser.words.size()) {
            throw wrong();
        }
        return whole;
    }

    private static FormulaException wrong() {
        return new FormulaException("the grammar of the formula is wrong");
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        int end = 0;
        while (end < text.stripTrailing().length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw wrong();
            }
            words.add(word(matcher));
            end = matcher.end();
        }
        return words;
    }

    private static Word word(Matcher matcher) {
        String quoted = matcher.group("text");
        if (quoted != null) {
            String inner = quoted.substring(1, quoted.length() - 1);
            return new Word(Kind.TEXT, inner.replaceAll("\\\\(.)", "$1"));
        }
        String number = matcher.group("number");
        if (number != null) {
            return new Word(Kind.NUMBER, number);
        }
        String sign = matcher.group("sign");
        return sign != null ? new Word(Kind.SIGN, sign) : new Word(Kind.NAME, matcher.group("name"));
    }

    private Expression binary(int strength) {
        if (strength == BY_STRENGTH.size()) {
            return unary();
        }
        Expression left = binary(strength + 1);
        String operator = sign(BY_STRENGTH.get(strength));
        while (operator != null) {
            left = new Binary(operator, left, binary(strength + 1));
            operator = sign(BY_STRENGTH.get(strength));
        }
        return left;
    }

    private @Nullable String sign(Set<String> wanted) {
        if (at < words.size() && words.get(at).kind == Kind.SIGN && wanted.contains(words.get(at).text)) {
            return words.get(at++).text;
        }
        return null;
    }

    private Expression unary() {
        String sign = sign(Set.of("-", "+"));
        if (sign != null) {
            Expression inner = unary();
            return sign.equals("-") ? new Negated(inner) : inner;
        }
        if (sign(Set.of("(")) != null) {
            Expression inner = binary(0);
            close();
            return inner;
        }
        if (at >= words.size()) {
            throw wrong();
        }
        Word word = words.get(at++);
        return switch (word.kind) {
            case TEXT -> new Literal(Value.of(word.text));
            case NUMBER -> new Literal(Value.of(new BigDecimal(word.text)));
            case NAME -> sign(Set.of("(")) == null ? new Field(word.text) : call(word.text);
            case SIGN -> throw wrong();
        };
    }

    private Expression call(String name) {
        String function = name.toUpperCase(Locale.ROOT);
        if (!FUNCTIONS.contains(function)) {
            throw new FormulaException("function " + name + " cannot be used");
        }
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(binary(0));
        } while (sign(Set.of(",")) != null);
        close();
        return new Call(function, List.copyOf(arguments));
    }

    private void close() {
        if (sign(Set.of(")")) == null) {
            throw wrong();
        }
    }
}
