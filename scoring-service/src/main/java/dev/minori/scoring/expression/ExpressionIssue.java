package dev.minori.scoring.expression;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.Wording;

/**
 * What is wrong with an expression and where.
 *
 * @param line 1, 2 …
 * @param column 1, 2 … in code points
 * @param code for programs, for example {@code unknown-name}
 */
public record ExpressionIssue(int line, int column, String code, String japanese, String english) {
    /** The same as an error of a field of a document. */
    public FieldError at(String pointer) {
        return new FieldError(
                pointer,
                code,
                new Wording(
                        line + "行目" + column + "文字目: " + japanese,
                        "Line " + line + ", column " + column + ": " + english));
    }
}
