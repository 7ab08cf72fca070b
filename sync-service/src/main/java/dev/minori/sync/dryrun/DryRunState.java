package dev.minori.sync.dryrun;

/** How far a dry run is. */
public enum DryRunState {
    RUNNING("running"),
    SUCCEEDED("succeeded"),
    FAILED("failed");

    private final String wireName;

    DryRunState(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON and in the database. */
    public String wireName() {
        return wireName;
    }

    /** The state called so. Throws IllegalArgumentException for any other name. */
    public static DryRunState of(String wireName) {
        for (DryRunState state : values()) {
            if (state.wireName.equals(wireName)) {
                return state;
            }
        }
        throw new IllegalArgumentException("unknown state " + wireName);
    }
}
