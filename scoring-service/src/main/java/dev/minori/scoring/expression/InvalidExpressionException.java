package dev.minori.scoring.expression;

import java.io.Serial;
import java.util.List;

/** An expression cannot be understood; nothing of it was run. */
public final class InvalidExpressionException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<ExpressionIssue> issues;

    InvalidExpressionException(List<ExpressionIssue> issues) {
        super(issues.isEmpty() ? "invalid expression" : issues.getFirst().english());
        this.issues = List.copyOf(issues);
    }

    /** At least one issue, in the order of their places. */
    public List<ExpressionIssue> issues() {
        return issues;
    }
}
