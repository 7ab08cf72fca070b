package dev.minori.playbook.task;

import java.util.Locale;

/** How much a task matters beside others. */
public enum TaskPriority {
    HIGH(1),
    NORMAL(2),
    LOW(3);

    private final int rank;

    TaskPriority(int rank) {
        this.rank = rank;
    }

    /** 1 comes first. */
    public int rank() {
        return rank;
    }

    /** The name in JSON. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The priority called so. Throws IllegalArgumentException for any other name. */
    public static TaskPriority of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /** The priority of a rank. */
    public static TaskPriority ofRank(int rank) {
        return values()[rank - 1];
    }
}
