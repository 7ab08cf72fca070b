package dev.minori.sync.run;

/** Where a run stands. */
public enum RunState {
    /** Its turn has not come, or it waits for the source to work again. */
    WAITING("waiting"),
    RUNNING("running"),
    SUCCEEDED("succeeded"),
    FAILED("failed");

    private final String wireName;

    RunState(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON and in the database. */
    public String wireName() {
        return wireName;
    }

    /** The state called so. Throws IllegalArgumentException for any other name. */
    public static RunState of(String wireName) {
        for (RunState state : values()) {
            if (state.wireName.equals(wireName)) {
                return state;
            }
        }
        throw new IllegalArgumentException("unknown run state " + wireName);
    }
}
