package dev.minori.sync.reconcile;

/** How a mapping was compared with its source. */
public enum Method {
    /** Every record was read whole. */
    FULL_READ("full-read"),
    /** Counts were compared first, then only the records of windows that differ. */
    COMPARISON("comparison");

    private final String wireName;

    Method(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON and in the database. */
    public String wireName() {
        return wireName;
    }

    /** The method called so. Throws IllegalArgumentException for any other name. */
    public static Method of(String wireName) {
        for (Method method : values()) {
            if (method.wireName.equals(wireName)) {
                return method;
            }
        }
        throw new IllegalArgumentException("unknown method " + wireName);
    }
}
