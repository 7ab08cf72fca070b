package dev.minori.playbook.run;

import java.util.Map;
import java.util.UUID;

/** What a step that is done left behind; the run's page shows it. */
public sealed interface StepResult {

    /** The result's name in the database and in JSON. */
    default String wireName() {
        return switch (this) {
            case TaskOpened _ -> "task-opened";
            case Told _ -> "told";
            case NobodyToTell _ -> "nobody-to-tell";
            case TimePassed _ -> "time-passed";
            case Branched _ -> "branched";
            case Ended _ -> "ended";
        };
    }

    /** A task exists. */
    record TaskOpened(UUID taskId) implements StepResult {}

    /** A notification was asked for; its deliveries carry the same request id. */
    record Told(UUID requestId) implements StepResult {}

    /** A notification was not asked for, because there is no recipient. */
    record NobodyToTell(String reason) implements StepResult {}

    /** A wait is over. */
    record TimePassed() implements StepResult {}

    /** A condition was evaluated; {@code evidence} is what it looked at. */
    record Branched(Answer answer, Map<String, String> evidence) implements StepResult {
        public Branched {
            evidence = Map.copyOf(evidence);
        }
    }

    /** The run came to an end step. */
    record Ended() implements StepResult {}

    /** A condition's three values. */
    enum Answer {
        TRUE,
        FALSE,
        UNKNOWN
    }
}
