package dev.minori.playbook.document;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import java.util.ArrayList;
import java.util.List;

/** What was found wrong in one document, so that its author sees all of it at once. */
public final class DocumentErrors {
    private final List<FieldError> errors = new ArrayList<>();

    DocumentErrors() {}

    /** Notes an error at a place. */
    public void add(String pointer, String code, String ja, String en) {
        errors.add(new FieldError(pointer, code, new Wording(ja, en)));
    }

    /** Ends the reading if anything was wrong: invalid-document with every error. */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    DocumentProblem.INVALID_DOCUMENT,
                    new Wording("%d件の誤りがあります。".formatted(errors.size()), "%d error(s).".formatted(errors.size())),
                    errors);
        }
    }
}
