package dev.minori.sync.mapping;

/** What happens when a source value cannot become what its target field needs. */
public enum FailurePolicy {
    /** The row waits in quarantine with the reason. */
    REJECT("reject"),
    /** The field stays empty, the rest of the row is taken. */
    EMPTY("empty"),
    /** The field takes its default. */
    DEFAULT("default");

    private final String wireName;

    FailurePolicy(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
