package dev.minori.simulators.salesforce.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into words. */
final class Lexer {

    private static final Pattern DATETIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:?\\d{2})");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?![0-9T])");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final List<String> SYMBOLS = List.of("<=", ">=", "!=", "<>", "(", ")", ",", ".", "=", "<", ">", ":");

    private final String query;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String query) {
        this.query = query;
    }

    static List<Token> tokens(String query) {
        return new Lexer(query).run();
    }

    private List<Token> run() {
        while (true) {
            while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
                at++;
            }
            if (at == query.length()) {
                tokens.add(new Token(Token.Kind.END, "<EOF>", at));
                return List.copyOf(tokens);
            }
            if (query.charAt(at) == '\'') {
                string();
            } else if (!take(DATETIME, Token.Kind.DATETIME)
                    && !take(DATE, Token.Kind.DATE)
                    && !take(NUMBER, Token.Kind.NUMBER)
                    && !take(NAME, Token.Kind.NAME)) {
                symbol();
            }
        }
    }

    private boolean take(Pattern pattern, Token.Kind kind) {
        Matcher matcher = pattern.matcher(query).region(at, query.length()).useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            return false;
        }
        tokens.add(new Token(kind, matcher.group(), at));
        at = matcher.end();
        return true;
    }

    private void string() {
        int start = at;
        int i = at + 1;
        while (i < query.length() && query.charAt(i) != '\'') {
            i += query.charAt(i) == '\\' ? 2 : 1;
        }
        if (i >= query.length()) {
            throw SoqlException.at(
                    "MALFORMED_QUERY", query, start, "Bind variables only allowed in Apex code or unterminated string");
        }
        tokens.add(new Token(Token.Kind.STRING, query.substring(start + 1, i), start));
        at = i + 1;
    }

    private void symbol() {
        for (String symbol : SYMBOLS) {
            if (query.startsWith(symbol, at)) {
                tokens.add(new Token(Token.Kind.SYMBOL, symbol, at));
                at += symbol.length();
                return;
            }
        }
        throw SoqlException.at(
                "MALFORMED_QUERY",
                query,
                at,
                "line 1:" + at + " no viable alternative at character '" + query.charAt(at) + "'");
    }
}
