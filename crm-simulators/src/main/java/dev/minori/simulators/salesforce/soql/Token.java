package dev.minori.simulators.salesforce.soql;

/**
 * A word of a query.
 *
 * @param text as written; of a string, what stands between the quotes, escapes kept
 * @param position index of its first character in the query
 */
record Token(Kind kind, String text, int position) {

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    enum Kind {
        NAME,
        STRING,
        NUMBER,
        DATE,
        DATETIME,
        SYMBOL,
        END
    }
}
