package dev.minori.simulators.salesforce.soql;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * Date literals as ranges of days. Weeks start on Sunday (locale ja_JP), fiscal years in April as the demo org has it.
 * Source: SOQL and SOSL Reference, "Date Formats and Date Literals".
 */
final class RelativeDates {

    private static final int FISCAL_START_MONTH = 4;
    private static final Set<String> PLAIN = Set.of(
            "YESTERDAY",
            "TODAY",
            "TOMORROW",
            "LAST_WEEK",
            "THIS_WEEK",
            "NEXT_WEEK",
            "LAST_MONTH",
            "THIS_MONTH",
            "NEXT_MONTH",
            "LAST_90_DAYS",
            "NEXT_90_DAYS",
            "LAST_QUARTER",
            "THIS_QUARTER",
            "NEXT_QUARTER",
            "LAST_YEAR",
            "THIS_YEAR",
            "NEXT_YEAR",
            "LAST_FISCAL_YEAR",
            "THIS_FISCAL_YEAR",
            "NEXT_FISCAL_YEAR",
            "LAST_FISCAL_QUARTER",
            "THIS_FISCAL_QUARTER",
            "NEXT_FISCAL_QUARTER");
    private static final Set<String> COUNTED = Set.of(
            "LAST_N_DAYS",
            "NEXT_N_DAYS",
            "N_DAYS_AGO",
            "LAST_N_WEEKS",
            "NEXT_N_WEEKS",
            "LAST_N_MONTHS",
            "NEXT_N_MONTHS",
            "LAST_N_QUARTERS",
            "NEXT_N_QUARTERS",
            "LAST_N_YEARS",
            "NEXT_N_YEARS",
            "LAST_N_FISCAL_QUARTERS",
            "NEXT_N_FISCAL_QUARTERS",
            "LAST_N_FISCAL_YEARS",
            "NEXT_N_FISCAL_YEARS",
            "N_WEEKS_AGO",
            "N_MONTHS_AGO",
            "N_QUARTERS_AGO",
            "N_YEARS_AGO",
            "N_FISCAL_QUARTERS_AGO",
            "N_FISCAL_YEARS_AGO");

    private RelativeDates() {}

    static boolean isPlain(String word) {
        return PLAIN.contains(word);
    }

    static boolean isCounted(String word) {
        return COUNTED.contains(word);
    }

    /** Days from first, inclusive, to end, exclusive. */
    record Range(LocalDate first, LocalDate end) {}

    /** @param n the number after the colon, 1 for literals without one */
    static Range range(String literal, int n, LocalDate today) {
        LocalDate week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
        LocalDate year = today.withDayOfYear(1);
        LocalDate fiscal = fiscalYear(today);
        return switch (literal) {
            case "YESTERDAY" -> new Range(today.minusDays(1), today);
            case "TODAY" -> new Range(today, today.plusDays(1));
            case "TOMORROW" -> new Range(today.plusDays(1), today.plusDays(2));
            case "N_DAYS_AGO" ->
                new Range(today.minusDays(n), today.minusDays(n).plusDays(1));
            // The range of the last n days includes today, that of the next n days starts tomorrow.
            case "LAST_N_DAYS" -> new Range(today.minusDays(n), today.plusDays(1));
            case "LAST_90_DAYS" -> new Range(today.minusDays(90), today.plusDays(1));
            case "NEXT_N_DAYS" -> new Range(today.plusDays(1), today.plusDays(n + 1L));
            case "NEXT_90_DAYS" -> new Range(today.plusDays(1), today.plusDays(91));
            case "THIS_WEEK" -> new Range(week, week.plusWeeks(1));
            case "LAST_WEEK", "LAST_N_WEEKS" -> new Range(week.minusWeeks(n), week);
            case "NEXT_WEEK", "NEXT_N_WEEKS" -> new Range(week.plusWeeks(1), week.plusWeeks(n + 1L));
            case "THIS_MONTH" -> new Range(month, month.plusMonths(1));
            case "LAST_MONTH", "LAST_N_MONTHS" -> new Range(month.minusMonths(n), month);
            case "NEXT_MONTH", "NEXT_N_MONTHS" -> new Range(month.plusMonths(1), month.plusMonths(n + 1L));
            case "N_WEEKS_AGO" -> new Range(week.minusWeeks(n), week.minusWeeks(n - 1L));
            case "N_MONTHS_AGO" -> new Range(month.minusMonths(n), month.minusMonths(n - 1L));
            // Fiscal quarters begin with calendar quarters, because the fiscal year begins with one.
            case "N_QUARTERS_AGO", "N_FISCAL_QUARTERS_AGO" ->
                new Range(quarter.minusMonths(3L * n), quarter.minusMonths(3 * (n - 1L)));
            case "N_YEARS_AGO" -> new Range(year.minusYears(n), year.minusYears(n - 1L));
            case "N_FISCAL_YEARS_AGO" -> new Range(fiscal.minusYears(n), fiscal.minusYears(n - 1L));
            case "THIS_QUARTER", "THIS_FISCAL_QUARTER" -> new Range(quarter, quarter.plusMonths(3));
            case "LAST_QUARTER", "LAST_N_QUARTERS", "LAST_FISCAL_QUARTER", "LAST_N_FISCAL_QUARTERS" ->
                new Range(quarter.minusMonths(3L * n), quarter);
            case "NEXT_QUARTER", "NEXT_N_QUARTERS", "NEXT_FISCAL_QUARTER", "NEXT_N_FISCAL_QUARTERS" ->
                new Range(quarter.plusMonths(3), quarter.plusMonths(3 * (n + 1L)));
            case "THIS_YEAR" -> new Range(year, year.plusYears(1));
            case "LAST_YEAR", "LAST_N_YEARS" -> new Range(year.minusYears(n), year);
            case "NEXT_YEAR", "NEXT_N_YEARS" -> new Range(year.plusYears(1), year.plusYears(n + 1L));
            case "THIS_FISCAL_YEAR" -> new Range(fiscal, fiscal.plusYears(1));
            case "LAST_FISCAL_YEAR", "LAST_N_FISCAL_YEARS" -> new Range(fiscal.minusYears(n), fiscal);
            case "NEXT_FISCAL_YEAR", "NEXT_N_FISCAL_YEARS" -> new Range(fiscal.plusYears(1), fiscal.plusYears(n + 1L));
            default -> throw new IllegalArgumentException("not a date literal: " + literal);
        };
    }

    private static LocalDate fiscalYear(LocalDate today) {
        LocalDate start = today.withMonth(FISCAL_START_MONTH).withDayOfMonth(1);
        return start.isAfter(today) ? start.minusYears(1) : start;
    }
}
