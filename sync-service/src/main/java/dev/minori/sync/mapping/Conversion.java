package dev.minori.sync.mapping;

/** The conversions a mapping can ask for by name. */
public enum Conversion {
    TEXT("text"),
    /** Rounds half up; full-width digits and thousands separators are read. */
    WHOLE_NUMBER("wholeNumber"),
    /** true/false, yes/no, 1/0, はい/いいえ, 有/無, ○/×. */
    BOOLEAN("boolean"),
    /** Moments become the day in the workspace's zone. */
    DATE("date"),
    /** Days become their first moment in the workspace's zone. */
    INSTANT("instant");

    private final String wireName;

    Conversion(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
