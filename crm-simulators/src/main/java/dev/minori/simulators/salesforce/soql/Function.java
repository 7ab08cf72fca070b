package dev.minori.simulators.salesforce.soql;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Functions of SOQL that are offered. Sources: SOQL and SOSL Reference, "Aggregate Functions", "Date Functions". */
public enum Function {
    COUNT(Kind.AGGREGATE),
    COUNT_DISTINCT(Kind.AGGREGATE),
    SUM(Kind.AGGREGATE),
    AVG(Kind.AGGREGATE),
    MIN(Kind.AGGREGATE),
    MAX(Kind.AGGREGATE),
    CALENDAR_MONTH(Kind.DATE),
    CALENDAR_QUARTER(Kind.DATE),
    CALENDAR_YEAR(Kind.DATE),
    DAY_IN_MONTH(Kind.DATE),
    DAY_IN_WEEK(Kind.DATE),
    DAY_IN_YEAR(Kind.DATE),
    DAY_ONLY(Kind.DATE),
    FISCAL_MONTH(Kind.DATE),
    FISCAL_QUARTER(Kind.DATE),
    FISCAL_YEAR(Kind.DATE),
    HOUR_IN_DAY(Kind.DATE),
    WEEK_IN_MONTH(Kind.DATE),
    WEEK_IN_YEAR(Kind.DATE),
    /** The label of a picklist value. Values and labels are the same here. */
    TOLABEL(Kind.LABEL),
    /** Tells the sub-totals of ROLLUP and CUBE from groups. */
    GROUPING(Kind.GROUPING);

    /** Real functions that are refused by name. */
    private static final Set<String> NOT_OFFERED = Set.of("FORMAT", "CONVERTCURRENCY", "DISTANCE", "GEOLOCATION");

    private final Kind kind;

    Function(Kind kind) {
        this.kind = kind;
    }

    /** What kind of value it makes. */
    public Kind kind() {
        return kind;
    }

    static Optional<Function> named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(function -> function.name().equals(upper))
                .findFirst();
    }

    static boolean notOffered(String name) {
        return NOT_OFFERED.contains(name.toUpperCase(Locale.ROOT));
    }

    /** Where a function may stand. */
    public enum Kind {
        AGGREGATE,
        DATE,
        LABEL,
        GROUPING
    }
}
