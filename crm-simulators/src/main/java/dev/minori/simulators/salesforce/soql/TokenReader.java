package dev.minori.simulators.salesforce.soql;

import dev.minori.simulators.salesforce.soql.Query.Path;
import java.util.ArrayList;
import java.util.List;

/** Walks over the words of a query and words the errors of those that do not fit. */
final class TokenReader {

    private static final int MAX_WHOLE = 9;

    private final String text;
    private final List<Token> tokens;
    private int at;

    TokenReader(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    String text() {
        return text;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    boolean acceptWord(String word) {
        if (!peek().isWord(word)) {
            return false;
        }
        at++;
        return true;
    }

    boolean acceptSymbol(String symbol) {
        if (!peek().isSymbol(symbol)) {
            return false;
        }
        at++;
        return true;
    }

    void expectWord(String word) {
        if (!acceptWord(word)) {
            throw unexpected();
        }
    }

    void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw unexpected();
        }
    }

    Token name() {
        if (peek().kind() != Token.Kind.NAME) {
            throw unexpected();
        }
        return next();
    }

    Path path() {
        Token first = name();
        List<String> names = new ArrayList<>();
        names.add(first.text());
        while (acceptSymbol(".")) {
            names.add(name().text());
        }
        return new Path(List.copyOf(names), first.position());
    }

    int wholeNumber() {
        Token token = next();
        if (token.kind() != Token.Kind.NUMBER || !token.text().matches("\\d{1," + MAX_WHOLE + "}")) {
            throw malformed(token, "unexpected token: '" + token.text() + "'");
        }
        return Integer.parseInt(token.text());
    }

    SoqlException unexpected() {
        Token token = peek();
        return malformed(token, "unexpected token: '" + token.text() + "'");
    }

    SoqlException malformed(Token at, String message) {
        return SoqlException.at("MALFORMED_QUERY", text, at.position(), message);
    }

    SoqlException notOffered(String feature) {
        return SoqlException.plain(
                "FUNCTIONALITY_NOT_ENABLED", "SOQL " + feature + " is not offered by this Salesforce simulator");
    }
}
