package dev.minori.sync.workspace;

/** Who sees which customers. */
public enum Visibility {
    ALL("all"),
    OWNER_AND_TEAM("owner-and-team");

    private final String wireName;

    Visibility(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON and in events. */
    public String wireName() {
        return wireName;
    }

    /** The visibility called so. Throws IllegalArgumentException for any other name. */
    public static Visibility of(String wireName) {
        for (Visibility visibility : values()) {
            if (visibility.wireName.equals(wireName)) {
                return visibility;
            }
        }
        throw new IllegalArgumentException("unknown visibility " + wireName);
    }
}
