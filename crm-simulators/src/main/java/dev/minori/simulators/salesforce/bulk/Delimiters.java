package dev.minori.simulators.salesforce.bulk;

import java.util.Set;

/** Names of delimiters and line ends in bulk jobs. */
final class Delimiters {

    static final Set<String> NAMES = Set.of("BACKQUOTE", "CARET", "COMMA", "PIPE", "SEMICOLON", "TAB");
    static final Set<String> LINE_ENDINGS = Set.of("LF", "CRLF");

    private Delimiters() {}

    /** The one character between cells. */
    static char character(String name) {
        return switch (name) {
            case "BACKQUOTE" -> '`';
            case "CARET" -> '^';
            case "PIPE" -> '|';
            case "SEMICOLON" -> ';';
            case "TAB" -> '\t';
            default -> ',';
        };
    }

    /** What ends each line. */
    static String lineEnd(String name) {
        return name.equals("CRLF") ? "\r\n" : "\n";
    }
}
