package dev.minori.sync.mapping.expression;

import java.util.List;

/** A text is not a formula over the fields there are. */
public final class FormulaException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<FormulaIssue> issues;

    FormulaException(List<FormulaIssue> issues) {
        super(issues.getFirst().detail().en());
        this.issues = List.copyOf(issues);
    }

    public List<FormulaIssue> issues() {
        return issues;
    }
}
