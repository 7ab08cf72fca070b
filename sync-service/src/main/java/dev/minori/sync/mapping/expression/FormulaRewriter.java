package dev.minori.sync.mapping.expression;

import dev.minori.kit.problem.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes CEL of what people write: {@code f("会社名")} becomes a variable (CEL names cannot be Japanese), {@code
 * known("会社名")} a flag, and every number a decimal. Texts and comments stay as they are.
 */
final class FormulaRewriter {
    private final String text;
    private final StringBuilder cel = new StringBuilder();
    private final List<int[]> origins = new ArrayList<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<FormulaIssue> issues = new ArrayList<>();
    private int at;

    private FormulaRewriter(String text) {
        this.text = text;
    }

    static Rewritten rewrite(String text) throws FormulaException {
        FormulaRewriter rewriter = new FormulaRewriter(text);
        rewriter.run();
        if (!rewriter.issues.isEmpty()) {
            throw new FormulaException(rewriter.issues);
        }
        return new Rewritten(rewriter.cel.toString(), rewriter.fields, rewriter.origins);
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                keep(endOfText(at));
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                keep(end < 0 ? text.length() : end);
            } else if (isAsciiLetter(c)) {
                word();
            } else if (isDigit(c)) {
                number();
            } else {
                keep(at + 1);
            }
        }
    }

    private void word() {
        int end = at;
        while (end < text.length() && (isAsciiLetter(text.charAt(end)) || isDigit(text.charAt(end)))) {
            end++;
        }
        String word = text.substring(at, end);
        boolean member = cel.length() > 0 && cel.charAt(cel.length() - 1) == '.';
        if (!member && (word.equals("f") || word.equals("known")) && text.startsWith("(", end)) {
            call(word, end + 1);
        } else if (end < text.length() && (text.charAt(end) == '"' || text.charAt(end) == '\'')) {
            keep(endOfText(end)); // r"…" and b"…"
        } else {
            keep(end);
        }
    }

    private void call(String function, int from) {
        int start = skipBlanks(from);
        boolean quoted = start < text.length() && (text.charAt(start) == '"' || text.charAt(start) == '\'');
        int end = quoted ? endOfText(start) : start;
        int close = skipBlanks(end);
        if (!quoted || !text.startsWith(")", close)) {
            issues.add(new FormulaIssue(
                    at + 1,
                    "field-name-expected",
                    new Wording(
                            function + "(\"…\") には項目コードを引用符で囲んで書きます。",
                            function + "(\"…\") takes one field code in quotes.")));
            keep(text.length());
            return;
        }
        String code = text.substring(start + 1, end - 1);
        String alias = fields.computeIfAbsent(code, _ -> "f_" + fields.size());
        put(function.equals("f") ? alias : "known_" + alias, close + 1);
    }

    private void number() {
        int end = at;
        while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        String digits = text.substring(at, end);
        if (isListIndex()) {
            keep(end);
        } else {
            put("decimal(\"" + digits + "\")", end);
        }
    }

    /** Whether the number that follows picks from a list, as in {@code f("製品")[0]}. */
    private boolean isListIndex() {
        int i = cel.length() - 1;
        if (i < 1 || cel.charAt(i) != '[') {
            return false;
        }
        char before = cel.charAt(i - 1);
        return isAsciiLetter(before) || isDigit(before) || before == ')' || before == ']';
    }

    private int endOfText(int start) {
        char quote = text.charAt(start);
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != quote) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), i + 1);
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private void keep(int end) {
        put(text.substring(at, end), end);
    }

    private void put(String replacement, int end) {
        origins.add(new int[] {cel.length(), at});
        cel.append(replacement);
        at = end;
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * The formula as CEL.
     *
     * @param fields variable by field code
     * @param origins where pieces of the CEL text came from: start there, start in the text as written
     */
    record Rewritten(String cel, Map<String, String> fields, List<int[]> origins) {
        /** The column, from 1, in the text as written, of an offset in the CEL text. */
        int column(int offset) {
            int column = 1;
            for (int[] origin : origins) {
                if (origin[0] > offset) {
                    break;
                }
                column = origin[1] + 1;
            }
            return column;
        }
    }
}
