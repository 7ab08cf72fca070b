package dev.minori.sync.mapping;

/** The period an amount is for. */
public enum Period {
    MONTH("month", 1),
    QUARTER("quarter", 3),
    HALF_YEAR("half-year", 6),
    YEAR("year", 12);

    private final String wireName;
    private final int months;

    Period(String wireName, int months) {
        this.wireName = wireName;
        this.months = months;
    }

    public String wireName() {
        return wireName;
    }

    public int months() {
        return months;
    }
}
