package dev.minori.simulators.salesforce.soql;

/** Escapes inside quoted text. Source: SOQL and SOSL Reference, "Quoted String Escape Sequences". */
final class Texts {

    private Texts() {}

    /** The text a literal stands for. */
    static String decode(String raw) {
        return translate(raw, false);
    }

    /** The pattern for PostgreSQL's ILIKE: escaped wildcards stay escaped. */
    static String likePattern(String raw) {
        return translate(raw, true);
    }

    private static String translate(String raw, boolean pattern) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                text.append(c);
                continue;
            }
            char escaped = raw.charAt(++i);
            switch (escaped) {
                case 'n', 'N' -> text.append('\n');
                case 'r', 'R' -> text.append('\r');
                case 't', 'T' -> text.append('\t');
                case 'b', 'B' -> text.append('\b');
                case 'f', 'F' -> text.append('\f');
                case '"', '\'' -> text.append(escaped);
                case '\\' -> text.append(pattern ? "\\\\" : "\\");
                case '_', '%' -> text.append(pattern ? "\\" + escaped : String.valueOf(escaped));
                case 'u' -> {
                    if (i + 4 >= raw.length() || !raw.substring(i + 1, i + 5).matches("[0-9a-fA-F]{4}")) {
                        throw illegal(raw);
                    }
                    text.append((char) Integer.parseInt(raw.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> throw illegal(raw);
            }
        }
        return text.toString();
    }

    private static SoqlException illegal(String raw) {
        return SoqlException.plain(
                "MALFORMED_QUERY",
                "Illegal string literal: Invalid string literal '" + raw + "'. Illegal character"
                        + " sequence in string literal.");
    }
}
