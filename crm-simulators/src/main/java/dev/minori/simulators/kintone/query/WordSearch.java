package dev.minori.simulators.kintone.query;

/**
 * What {@code like} finds: letters and digits of ASCII as whole words, everything else wherever it stands, and never by a
 * single character. Sources: https://help.cybozu.com/ja/k/user/search_details.html as quoted in
 * https://gist.github.com/fddcddhdd/eee42d9d2f573ba1b17e ("cy" does not find "cybozu"; two characters at least).
 */
final class WordSearch {

    private static final String WORD = "[0-9A-Za-z]";
    private static final String SYNTAX = "\\^$.|?*+()[]{}";

    private WordSearch() {}

    /** Whether a keyword is too short to find anything. */
    static boolean findsNothing(String keyword) {
        return keyword.codePointCount(0, keyword.length()) == 1;
    }

    /** A regular expression of PostgreSQL that matches, in any case, the texts a keyword finds. */
    static String pattern(String keyword) {
        if (keyword.isEmpty()) {
            return "";
        }
        StringBuilder pattern = new StringBuilder();
        if (inWord(keyword.charAt(0))) {
            pattern.append("(?<!").append(WORD).append(')');
        }
        keyword.chars().forEach(c -> {
            if (SYNTAX.indexOf(c) >= 0) {
                pattern.append('\\');
            }
            pattern.append((char) c);
        });
        if (inWord(keyword.charAt(keyword.length() - 1))) {
            pattern.append("(?!").append(WORD).append(')');
        }
        return pattern.toString();
    }

    private static boolean inWord(char c) {
        return String.valueOf(c).matches(WORD);
    }
}
