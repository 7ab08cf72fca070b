package dev.minori.sync.salesforce;

import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the SOQL we need. */
final class Soql {
    private Soql() {}

    static String all(ReadPlan plan) {
        return "SELECT " + columns(plan) + " FROM " + plan.schema().objectName() + where(conditions(plan))
                + (plan.atMost() == null ? "" : " LIMIT " + plan.atMost());
    }

    static String count(ReadPlan plan) {
        return "SELECT COUNT() FROM " + plan.schema().objectName() + where(conditions(plan));
    }

    static String ids(ReadPlan plan) {
        return "SELECT Id FROM " + plan.schema().objectName() + where(conditions(plan));
    }

    /** How many records were last changed in each month of UTC. */
    static String countByMonth(ReadPlan plan) {
        String stamp = stampOf(plan.schema());
        String groups = "CALENDAR_YEAR(" + stamp + "), CALENDAR_MONTH(" + stamp + ")";
        return "SELECT CALENDAR_YEAR(" + stamp + ") years, CALENDAR_MONTH(" + stamp + ") months, COUNT(Id) found FROM "
                + plan.schema().objectName() + where(conditions(plan)) + " GROUP BY " + groups;
    }

    /** How many records were last changed on each day of UTC. */
    static String countByDay(ReadPlan plan) {
        String stamp = stampOf(plan.schema());
        return "SELECT DAY_ONLY(" + stamp + ") days, COUNT(Id) found FROM "
                + plan.schema().objectName() + where(conditions(plan)) + " GROUP BY DAY_ONLY(" + stamp + ")";
    }

    /** The condition that a record belongs to a window; null if all do. */
    static @Nullable String within(ReadPlan plan, Window window) {
        String stamp = stampOf(plan.schema());
        List<String> conditions = new ArrayList<>();
        if (window.from() != null) {
            conditions.add(stamp + " >= " + window.from().truncatedTo(ChronoUnit.SECONDS));
        }
        if (window.until() != null) {
            conditions.add(stamp + " < " + window.until().truncatedTo(ChronoUnit.SECONDS));
        }
        return conditions.isEmpty() ? null : "(" + String.join(" AND ", conditions) + ")";
    }

    /** The condition that a record is one of these. */
    static String among(List<String> ids) {
        return ids.stream()
                .map(id -> "'" + id.replace("\\", "\\\\").replace("'", "\\'") + "'")
                .collect(Collectors.joining(",", "Id IN (", ")"));
    }

    /** Changes since a moment, ties by Id: any number of rows may carry the same stamp. */
    static String changes(ReadPlan plan, Instant since, @Nullable String afterId) {
        return changes(plan, columns(plan), conditions(plan), since, afterId);
    }

    /** Records that changed and no longer meet the plan's filter. */
    static String leavers(ReadPlan plan, Instant since) {
        String stamp = stampOf(plan.schema());
        List<String> conditions = new ArrayList<>();
        conditions.add("(NOT (" + plan.filter() + "))");
        return changes(plan, "Id, " + stamp, conditions, since, null);
    }

    private static String changes(
            ReadPlan plan, String columns, List<String> conditions, Instant since, @Nullable String afterId) {
        String stamp = stampOf(plan.schema());
        // Stamps have a resolution of one second.
        String moment = since.truncatedTo(ChronoUnit.SECONDS).toString();
        List<String> all = new ArrayList<>(conditions);
        all.add(
                afterId == null
                        ? stamp + " >= " + moment
                        : "(" + stamp + " > " + moment + " OR (" + stamp + " = " + moment + " AND Id > '" + afterId
                                + "'))");
        return "SELECT " + columns + " FROM " + plan.schema().objectName() + where(all) + " ORDER BY " + stamp + ", Id";
    }

    static String stampOf(SourceSchema schema) {
        String stamp = schema.changeField();
        if (stamp == null) {
            throw new IllegalStateException(schema.objectName() + " has no change stamp");
        }
        return stamp;
    }

    private static String columns(ReadPlan plan) {
        return plan.fields().stream().map(SourceField::code).collect(Collectors.joining(", "));
    }

    private static List<String> conditions(ReadPlan plan) {
        return plan.filter() == null ? List.of() : List.of("(" + plan.filter() + ")");
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }
}
