package dev.minori.simulators.kintone.query;

import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.query.KintoneQuery.Value;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;

/**
 * Functions that give days. All but {@code NOW()} count in the calling user's time zone. Weeks start on Sunday. Source:
 * kintone developer documentation, "query", functions.
 */
final class TimeFunctions {

    private TimeFunctions() {}

    /** Days from first, inclusive, to end, exclusive. */
    record Days(LocalDate first, LocalDate end) {
        static Days one(LocalDate day) {
            return new Days(day, day.plusDays(1));
        }
    }

    static Days days(Value.Function function, LocalDate today) {
        List<String> arguments = function.arguments();
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
        LocalDate year = today.withDayOfYear(1);
        return switch (function.name()) {
            case "TODAY" -> Days.one(today);
            case "YESTERDAY" -> Days.one(today.minusDays(1));
            case "TOMORROW" -> Days.one(today.plusDays(1));
            case "FROM_TODAY" -> Days.one(fromToday(arguments, today));
            case "THIS_WEEK" -> week(arguments, today);
            case "LAST_WEEK" -> week(arguments, today.minusWeeks(1));
            case "NEXT_WEEK" -> week(arguments, today.plusWeeks(1));
            case "THIS_MONTH" -> month(arguments, month);
            case "LAST_MONTH" -> month(arguments, month.minusMonths(1));
            case "NEXT_MONTH" -> month(arguments, month.plusMonths(1));
            case "THIS_QUARTER" -> new Days(quarter, quarter.plusMonths(3));
            case "LAST_QUARTER" -> new Days(quarter.minusMonths(3), quarter);
            case "NEXT_QUARTER" -> new Days(quarter.plusMonths(3), quarter.plusMonths(6));
            case "THIS_YEAR" -> new Days(year, year.plusYears(1));
            case "LAST_YEAR" -> new Days(year.minusYears(1), year);
            case "NEXT_YEAR" -> new Days(year.plusYears(1), year.plusYears(2));
            default -> throw KintoneFault.badQuery();
        };
    }

    private static LocalDate fromToday(List<String> arguments, LocalDate today) {
        if (arguments.size() != 2 || !arguments.getFirst().matches("[+-]?\\d{1,5}")) {
            throw KintoneFault.badQuery();
        }
        int count = Integer.parseInt(arguments.getFirst());
        return switch (arguments.getLast().toUpperCase(Locale.ROOT)) {
            case "DAYS" -> today.plusDays(count);
            case "WEEKS" -> today.plusWeeks(count);
            case "MONTHS" -> today.plusMonths(count);
            case "YEARS" -> today.plusYears(count);
            default -> throw KintoneFault.badQuery();
        };
    }

    private static Days week(List<String> arguments, LocalDate day) {
        LocalDate sunday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        if (arguments.isEmpty()) {
            return new Days(sunday, sunday.plusWeeks(1));
        }
        try {
            DayOfWeek wanted = DayOfWeek.valueOf(arguments.getFirst().toUpperCase(Locale.ROOT));
            return Days.one(sunday.with(TemporalAdjusters.nextOrSame(wanted)));
        } catch (IllegalArgumentException e) {
            throw KintoneFault.badQuery();
        }
    }

    private static Days month(List<String> arguments, LocalDate first) {
        if (arguments.isEmpty()) {
            return new Days(first, first.plusMonths(1));
        }
        String day = arguments.getFirst();
        if (day.equalsIgnoreCase("LAST")) {
            return Days.one(first.plusMonths(1).minusDays(1));
        }
        if (!day.matches("[1-9]|[12]\\d|3[01]")) {
            throw KintoneFault.badQuery();
        }
        return Days.one(first.plusDays(Math.min(Integer.parseInt(day), first.lengthOfMonth()) - 1L));
    }
}
