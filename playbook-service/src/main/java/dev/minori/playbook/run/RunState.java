package dev.minori.playbook.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a run stands. Only active states have transitions; what is finished stays as it is. */
public sealed interface RunState {

    /** The state's name in the database and in JSON. */
    default String wireName() {
        return switch (this) {
            case Ready _ -> "ready";
            case Waiting _ -> "waiting";
            case Retrying _ -> "retrying";
            case Completed _ -> "completed";
            case Cancelled _ -> "cancelled";
            case Failed _ -> "failed";
        };
    }

    /** A run that will go on. */
    sealed interface Active extends RunState {
        /** The step it stands at. */
        String stepId();

        /** The worker takes it up from this instant on. */
        Instant dueAt();

        /** How often the step was tried in vain. */
        default int failures() {
            return 0;
        }

        /** The step cannot be done now; it is tried again after a pause. */
        default Retrying retry(Instant now, String problem) {
            int failures = failures() + 1;
            return new Retrying(stepId(), failures, now.plus(Backoff.after(failures)), problem);
        }

        /** The step cannot be done at all. */
        default Failed fail(Instant now, String problem) {
            return new Failed(stepId(), now, problem);
        }

        /** Somebody stopped the run. */
        default Cancelled cancel(Instant now, String reason) {
            return new Cancelled(stepId(), now, reason);
        }
    }

    /** A run that has come to an end. */
    sealed interface Finished extends RunState {
        Instant at();
    }

    /** The step can be done now. */
    record Ready(String stepId, Instant dueAt) implements Active {}

    /** A wait step's time is not over. */
    record Waiting(String stepId, Instant dueAt) implements Active {}

    /** The step was tried, failed for a passing reason, and is tried again. */
    record Retrying(String stepId, int failures, Instant dueAt, String problem) implements Active {}

    /** All steps are done, or the run came to an end step. */
    record Completed(Instant at) implements Finished {}

    /** Stopped by a person, or because the customer is gone. */
    record Cancelled(@Nullable String stepId, Instant at, String reason) implements Finished {}

    /** A step can never be done. */
    record Failed(String stepId, Instant at, String problem) implements Finished {}
}
