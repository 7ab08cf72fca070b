package dev.minori.sync.run;

import java.util.Arrays;
import java.util.Optional;

/** What a run does. */
public enum RunKind {
    /** Reads every record of the source. */
    FULL("full"),
    /** Reads what changed since the last run. */
    INCREMENTAL("incremental"),
    /** Compares everything with the source, reads what differs and removes what is gone. */
    RECONCILIATION("reconciliation"),
    /** Tells every fact again from the rows kept, for a consumer that lost its own. Reads nothing from the source. */
    REPUBLISH("republish"),
    /** Maps the rows kept anew and tells what differs. Reads nothing from the source. */
    REMAP("remap");

    private final String wireName;

    RunKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON and in the database. */
    public String wireName() {
        return wireName;
    }

    /** Whether it reads the source. */
    public boolean readsSource() {
        return this == FULL || this == INCREMENTAL || this == RECONCILIATION;
    }

    /** The kind called so. */
    public static Optional<RunKind> find(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }
}
