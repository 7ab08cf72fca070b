package dev.minori.playbook.task;

import java.util.Locale;

/** What a task asks for. */
public enum TaskKind {
    /** Something is to be done. */
    WORK,
    /** Somebody wants an answer; the answer completes it. */
    QUESTION;

    /** The name in the database and in JSON. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind called so. Throws IllegalArgumentException for any other name. */
    public static TaskKind of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
