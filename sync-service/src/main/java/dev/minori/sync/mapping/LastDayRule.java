package dev.minori.sync.mapping;

/** What a source means by an end date. Facts hold the first day after. */
public enum LastDayRule {
    /** The last day on which it holds: Salesforce EndDate, 契約終了日. */
    LAST_DAY("last-day"),
    FIRST_DAY_AFTER("first-day-after");

    private final String wireName;

    LastDayRule(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
