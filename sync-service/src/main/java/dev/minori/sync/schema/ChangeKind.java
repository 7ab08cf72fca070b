package dev.minori.sync.schema;

/** How a field of a source's object changed. */
public enum ChangeKind {
    ADDED("added"),
    /** It is no longer described: deleted, or hidden from the connection's user; sources do not tell which. */
    REMOVED("removed"),
    /** Its type is another one. */
    RETYPED("retyped"),
    /** The source now refuses records without it: writing to the record may fail. */
    MADE_REQUIRED("made-required"),
    /** It is still described, but its values can no longer be read. */
    ACCESS_LOST("access-lost");

    private final String wireName;

    ChangeKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON and in the database. */
    public String wireName() {
        return wireName;
    }

    /** The kind called so. Throws IllegalArgumentException for any other name. */
    public static ChangeKind of(String wireName) {
        for (ChangeKind kind : values()) {
            if (kind.wireName.equals(wireName)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown change " + wireName);
    }
}
