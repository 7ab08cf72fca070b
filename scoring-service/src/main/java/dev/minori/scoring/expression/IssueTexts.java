package dev.minori.scoring.expression;

import dev.cel.common.CelIssue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in Japanese and plain English what the parser and the checker found. */
final class IssueTexts {
    static final String ROW_NAME_EXPECTED = "expected a name for the record";

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern NO_FIELD = Pattern.compile("undefined field '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '([^']*)'.*", Pattern.DOTALL);

    private IssueTexts() {}

    static List<ExpressionIssue> of(List<CelIssue> issues) {
        return issues.stream().map(IssueTexts::of).distinct().toList();
    }

    private static ExpressionIssue of(CelIssue issue) {
        int line = Math.max(1, issue.getSourceLocation().getLine());
        int column = Math.max(0, issue.getSourceLocation().getColumn()) + 1;
        String message = issue.getMessage();
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            String name = undeclared.group(1);
            return new ExpressionIssue(
                    line,
                    column,
                    "unknown-name",
                    "「" + name + "」という名前はありません。",
                    "There is nothing called '" + name + "'.");
        }
        Matcher noField = NO_FIELD.matcher(message);
        if (noField.matches()) {
            String name = noField.group(1);
            return new ExpressionIssue(
                    line,
                    column,
                    "unknown-field",
                    "「" + name + "」という項目はありません。",
                    "There is no field '" + name + "' here.");
        }
        Matcher noOverload = NO_OVERLOAD.matcher(message);
        if (noOverload.matches()) {
            String operation = operation(noOverload.group(1));
            String types = noOverload.group(2);
            return new ExpressionIssue(
                    line,
                    column,
                    "wrong-type",
                    "「" + operation + "」は型 " + types + " には使えません。",
                    "'" + operation + "' cannot be applied to " + types + ".");
        }
        if (message.equals(ROW_NAME_EXPECTED)) {
            return new ExpressionIssue(
                    line,
                    column,
                    "row-name-expected",
                    "1つ目には明細を指す名前を書いてください(例: usage.sum(u, u.activeUsers))。",
                    "Begin with a name for the record, for example usage.sum(u, u.activeUsers).");
        }
        return new ExpressionIssue(line, column, "syntax", "式として読み取れません: " + message, "Cannot be read: " + message);
    }

    private static String operation(String function) {
        if (function.equals("_?_:_")) {
            return "? :";
        }
        String bare = function.replace("@", "");
        return bare.length() > 1 && bare.contains("_") && !Character.isLetter(bare.charAt(bare.length() - 1))
                ? bare.replace("_", "")
                : bare;
    }
}
