package dev.minori.playbook.step;

import dev.minori.playbook.run.StepResult;
import java.util.UUID;

/** Asks whether a condition holds for a customer. */
public interface Conditions {
    /**
     * The answer with what the condition looked at. Takes as long as scoring-service does; call it outside of any
     * transaction. Throws {@link dev.minori.playbook.run.StepFailure}, passing if asking again later can help.
     *
     * @param condition minori-cel
     */
    StepResult.Branched evaluate(UUID customerId, String condition);
}
