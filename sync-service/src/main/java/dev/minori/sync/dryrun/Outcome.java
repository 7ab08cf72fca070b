package dev.minori.sync.dryrun;

import java.util.Arrays;
import java.util.Optional;

/** What would become of a record. */
public enum Outcome {
    /** It would be told for the first time. */
    ADDED("added"),
    /** It would be told anew. */
    CHANGED("changed"),
    /** Nothing would be told. */
    UNCHANGED("unchanged"),
    /** It would wait, because its customer is not known or not only one. */
    UNMATCHED("unmatched"),
    /** It would wait in quarantine. */
    REJECTED("rejected"),
    /** The mapping would have it no longer. */
    REMOVED("removed");

    private final String wireName;

    Outcome(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON and in the database. */
    public String wireName() {
        return wireName;
    }

    /** The outcome called so. */
    public static Optional<Outcome> find(String wireName) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.wireName.equals(wireName))
                .findFirst();
    }
}
