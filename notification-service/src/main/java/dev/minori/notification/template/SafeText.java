package dev.minori.notification.template;

/**
 * Makes foreign text harmless before it enters a message. Values come from source systems and may hold anything: NUL
 * (which PostgreSQL refuses), lone surrogates (which no encoding carries), control characters (header injection) and
 * bidirectional overrides (which make {@code exe.fdp} read as {@code pdf.exe}).
 */
public final class SafeText {
    private static final char REPLACEMENT = '\uFFFD';

    private SafeText() {}

    /** Text in which only line feeds and tabs are left of the control characters; at most {@code maxChars} long. */
    public static String multiline(String text, int maxChars) {
        String unix = text.replace("\r\n", "\n").replaceAll("[\\r\\u0085\\u2028\\u2029]", "\n");
        StringBuilder clean = new StringBuilder(Math.min(unix.length(), maxChars));
        for (int i = 0; i < unix.length(); ) {
            int codePoint = unix.codePointAt(i);
            int width = Character.charCount(codePoint);
            int kept = keep(codePoint);
            if (kept >= 0) {
                if (clean.length() + width > maxChars - 1) {
                    return clean.append('…').toString();
                }
                clean.appendCodePoint(kept);
            }
            i += width;
        }
        return clean.toString();
    }

    /** The same on one line: line breaks and tabs become spaces. */
    public static String singleLine(String text, int maxChars) {
        return multiline(text.replaceAll("[\\r\\n\\t\\u0085\\u2028\\u2029]+", " "), maxChars)
                .strip();
    }

    /** Text with the five characters that mean something in HTML replaced. */
    public static String html(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** The code point to write instead, or −1 for none. */
    private static int keep(int codePoint) {
        if (codePoint == '\n' || codePoint == '\t') {
            return codePoint;
        }
        if (Character.getType(codePoint) == Character.SURROGATE) {
            return REPLACEMENT;
        }
        boolean control = Character.isISOControl(codePoint);
        boolean noncharacter = (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
        return control || noncharacter || isBidiControl(codePoint) ? -1 : codePoint;
    }

    private static boolean isBidiControl(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069)
                || codePoint == 0x200E
                || codePoint == 0x200F
                || codePoint == 0x061C;
    }
}
