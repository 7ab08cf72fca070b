package dev.minori.playbook.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a task is to be done. Only active states have transitions. */
public sealed interface TaskState {

    /** The state's name in the database and in JSON. */
    default String wireName() {
        return switch (this) {
            case Open _ -> "open";
            case Snoozed _ -> "snoozed";
            case Completed _ -> "completed";
            case Cancelled _ -> "cancelled";
        };
    }

    /** A task that is still to be done. */
    sealed interface Active extends TaskState {
        /** It is done. */
        default Completed complete(Instant at, @Nullable UUID by, @Nullable String outcome) {
            return new Completed(at, by, outcome);
        }

        /** It is out of sight until then. */
        default Snoozed snooze(Instant until) {
            return new Snoozed(until);
        }

        /** It need not be done any more. */
        default Cancelled cancel(Instant at, @Nullable UUID by, String reason) {
            return new Cancelled(at, by, reason);
        }
    }

    /** To be done. */
    record Open() implements Active {}

    /** To be done, but not before then; after it, the task counts as open. */
    record Snoozed(Instant until) implements Active {}

    /**
     * Done.
     *
     * @param outcome what came of it, in the person's words
     */
    record Completed(
            Instant at, @Nullable UUID by, @Nullable String outcome) implements TaskState {}

    /** Not to be done any more. */
    record Cancelled(Instant at, @Nullable UUID by, String reason) implements TaskState {}
}
