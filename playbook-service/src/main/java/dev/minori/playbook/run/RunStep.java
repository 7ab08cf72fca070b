package dev.minori.playbook.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step a run has entered.
 *
 * @param position 1 for the first entered
 * @param dueAt when a wait is over; else when it was entered
 * @param failures how often it was tried in vain
 * @param problem why the last try failed
 * @param result what it left behind, null while it is not done
 */
public record RunStep(
        String stepId,
        int position,
        String kind,
        Instant enteredAt,
        Instant dueAt,
        int failures,
        @Nullable String problem,
        @Nullable Instant finishedAt,
        @Nullable StepResult result) {}
