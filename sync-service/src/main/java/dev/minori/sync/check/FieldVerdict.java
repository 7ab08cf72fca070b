package dev.minori.sync.check;

/** Whether a field is read, and if not, why. */
public enum FieldVerdict {
    READ("read"),
    /** It looks like it tells of a person and no ready-made mapping needs it. */
    PERSONAL("personal"),
    /** It looks like a password, a key or a number that identifies a person to authorities or banks. */
    SECRET("secret"),
    /** The source describes it and does not give its values. */
    UNREADABLE("unreadable");

    private final String wireName;

    FieldVerdict(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    public String wireName() {
        return wireName;
    }

    /** Whether a mapping should exclude it to begin with. */
    public boolean isExcluded() {
        return this == PERSONAL || this == SECRET;
    }
}
