package dev.minori.simulators.salesforce.soql;

/** A query the service refuses, with the code and the pointer into the query that the real one gives. */
public final class SoqlException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int CONTEXT = 80;

    private final String code;
    private final String text;

    private SoqlException(String code, String message) {
        super(message);
        this.code = code;
        this.text = message;
    }

    /** An error without a place in the query. */
    static SoqlException plain(String code, String message) {
        return new SoqlException(code, message);
    }

    /** An error at a character position: shows the query's text around it with a caret, row and column. */
    static SoqlException at(String code, String query, int position, String message) {
        int row = 1;
        int lineStart = 0;
        for (int i = 0; i < position && i < query.length(); i++) {
            if (query.charAt(i) == '\n') {
                row++;
                lineStart = i + 1;
            }
        }
        int column = position - lineStart;
        int lineEnd = query.indexOf('\n', lineStart);
        int from = Math.max(lineStart, position - CONTEXT / 2);
        int to = Math.min(lineEnd < 0 ? query.length() : lineEnd, from + CONTEXT);
        String pointer = " ".repeat(Math.max(0, position - from)) + "^";
        return new SoqlException(
                code,
                "\n" + query.substring(from, Math.max(from, to)) + "\n" + pointer + "\nERROR at Row:" + row + ":Column:"
                        + (column + 1) + "\n" + message);
    }

    /** {@code MALFORMED_QUERY}, {@code INVALID_FIELD}, {@code INVALID_TYPE} and the like. */
    public String code() {
        return code;
    }

    /** The vendor-shaped message. */
    public String text() {
        return text;
    }
}
