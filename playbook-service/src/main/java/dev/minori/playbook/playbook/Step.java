package dev.minori.playbook.playbook;

import dev.minori.playbook.notice.Audience;
import dev.minori.playbook.text.LocalText;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step of a playbook. Ids are unique in the whole playbook, also inside branches. */
public sealed interface Step {
    /** What runs, tasks and messages name the step by. */
    String id();

    /** The kind's name in documents and JSON. */
    default String kind() {
        return switch (this) {
            case Task _ -> "task";
            case Wait _ -> "wait";
            case Branch _ -> "branch";
            case Notify _ -> "notify";
            case End _ -> "end";
        };
    }

    /**
     * Gives the customer's CSM a task; the run goes on at once.
     *
     * @param dueInBusinessDays 0 is the day itself, or the next business day
     */
    record Task(String id, LocalText title, @Nullable LocalText note, int dueInBusinessDays) implements Step {}

    /** Lets time pass. */
    record Wait(String id, Span span) implements Step {}

    /**
     * Goes on with one of two lists and then with the step after the branch.
     *
     * @param condition minori-cel over the customer; scoring-service evaluates it
     */
    record Branch(String id, String condition, List<Step> then, List<Step> otherwise, OnUnknown onUnknown)
            implements Step {
        public Branch {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /**
     * Tells somebody.
     *
     * @param templateKey a template of notification-service
     * @param data further values for the template, placeholders allowed
     */
    record Notify(String id, String templateKey, Audience to, Map<String, LocalText> data) implements Step {
        public Notify {
            data = Map.copyOf(data);
        }
    }

    /** Ends the run here. */
    record End(String id) implements Step {}

    /** How long a wait takes, in the workspace's zone. */
    sealed interface Span {
        /** The same wall-clock time, so many business days later. */
        record BusinessDays(int count) implements Span {}

        /** The same wall-clock time, so many calendar days later. */
        record Days(int count) implements Span {}

        /** A local date and time; at once if it is over. */
        record Until(LocalDateTime local) implements Span {}
    }

    /** What a branch does if its condition cannot be known, because a value is missing. */
    enum OnUnknown {
        THEN("then"),
        OTHERWISE("otherwise"),
        END("end");

        private final String wireName;

        OnUnknown(String wireName) {
            this.wireName = wireName;
        }

        /** The name in documents and JSON. */
        public String wireName() {
            return wireName;
        }
    }
}
