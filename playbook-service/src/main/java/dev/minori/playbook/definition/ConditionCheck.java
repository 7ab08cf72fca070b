package dev.minori.playbook.definition;

import dev.minori.kit.problem.FieldError;
import java.util.List;

/** Says what is wrong with a condition before a document with it is in force. */
public interface ConditionCheck {
    /**
     * The mistakes in a condition; empty if it can be evaluated. Takes as long as scoring-service does; call it outside of
     * any transaction. Throws unavailable while it cannot be asked.
     *
     * @param pointer where the condition stands in its document
     * @param condition minori-cel
     */
    List<FieldError> check(String pointer, String condition);
}
