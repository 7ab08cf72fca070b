package dev.minori.simulators.kintone.query;

import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.query.KintoneQuery.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes comparisons of days, times of day and instants as SQL; days and functions stand for all of their time. */
final class TimeComparisons {

    private final Asker asker;
    private final List<Object> parameters;

    TimeComparisons(Asker asker, List<Object> parameters) {
        this.asker = asker;
        this.parameters = parameters;
    }

    String date(String column, String operator, Value value) {
        return switch (value) {
            case Value.Literal(String text) -> {
                if (text.isEmpty()) {
                    yield empty(column, operator);
                }
                try {
                    yield compared(column, operator, LocalDate.parse(text));
                } catch (DateTimeException e) {
                    throw KintoneFault.badQuery();
                }
            }
            case Value.Function function -> {
                TimeFunctions.Days days = TimeFunctions.days(function, asker.today());
                yield range(column, operator, days.first(), days.end());
            }
        };
    }

    String timeOfDay(String column, String operator, String text) {
        if (text.isEmpty()) {
            return empty(column, operator);
        }
        try {
            return compared(column, operator, LocalTime.parse(text).truncatedTo(ChronoUnit.MINUTES));
        } catch (DateTimeException e) {
            throw KintoneFault.badQuery();
        }
    }

    String instant(String column, String operator, Value value) {
        return switch (value) {
            case Value.Literal(String text) ->
                text.isEmpty() ? empty(column, operator) : moment(column, operator, text);
            case Value.Function function
            when function.name().equals("NOW") ->
                compared(column, operator, asker.now().truncatedTo(ChronoUnit.MINUTES));
            case Value.Function function -> {
                TimeFunctions.Days days = TimeFunctions.days(function, asker.today());
                yield range(
                        column,
                        operator,
                        days.first().atStartOfDay(asker.zone()).toInstant(),
                        days.end().atStartOfDay(asker.zone()).toInstant());
            }
        };
    }

    private String moment(String column, String operator, String text) {
        try {
            if (text.length() == 10) {
                LocalDate day = LocalDate.parse(text);
                return range(
                        column,
                        operator,
                        day.atStartOfDay(asker.zone()).toInstant(),
                        day.plusDays(1).atStartOfDay(asker.zone()).toInstant());
            }
            // Seconds are ignored: times have a resolution of one minute.
            return compared(
                    column, operator, OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MINUTES));
        } catch (DateTimeException e) {
            throw KintoneFault.badQuery();
        }
    }

    private static String empty(String column, String operator) {
        return switch (operator) {
            case "=" -> column + " is null";
            case "!=" -> column + " is not null";
            default -> throw KintoneFault.badQuery();
        };
    }

    private String compared(String column, String operator, Object value) {
        return bound("(" + column + (operator.equals("!=") ? " is distinct from" : " " + operator) + " ?)", value);
    }

    /** Equal is inside the range, less is before its start, greater is at or after its end. */
    private String range(String column, String operator, Object first, Object end) {
        return switch (operator) {
            case "=" -> "(" + bound(column + " >= ?", first) + " and " + bound(column + " < ?", end) + ")";
            case "!=" ->
                "(" + column + " is null or " + bound(column + " < ?", first) + " or " + bound(column + " >= ?", end)
                        + ")";
            case "<" -> bound(column + " < ?", first);
            case ">=" -> bound(column + " >= ?", first);
            case "<=" -> bound(column + " < ?", end);
            default -> bound(column + " >= ?", end);
        };
    }

    private String bound(String sql, Object value) {
        parameters.add(value);
        return sql;
    }
}
