package dev.minori.playbook.run;

import dev.minori.playbook.playbook.Step;
import org.jspecify.annotations.Nullable;

/** What steps do to the world. */
public interface StepEffects {
    /**
     * Asks for a branch's condition, outside of any transaction, because another service answers. Throws
     * {@link StepFailure}.
     */
    StepResult.Branched ask(PlaybookRun run, Step.Branch branch);

    /**
     * Does the step in the current transaction, so that its effect and the run's progress commit together. Throws
     * {@link StepFailure}.
     *
     * @param asked the answer to a branch's condition; null for all other steps
     */
    StepResult apply(PlaybookRun run, Step step, StepResult.@Nullable Branched asked);
}
