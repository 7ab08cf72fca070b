package dev.minori.sync.mapping;

/** What happens to a fact when its record is deleted in the source. */
public enum DeletePolicy {
    REMOVE("remove"),
    KEEP("keep");

    private final String wireName;

    DeletePolicy(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
