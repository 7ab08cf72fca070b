package dev.minori.scoring.portfolio;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Part of a fiscal year, one or more whole months.
 *
 * @param label for example {@code 2026-10}, {@code 2026-Q3}, {@code 2026-H2} or {@code 2026}; years are fiscal ones except
 *     in the name of a month
 * @param fiscalYear the calendar year in which the fiscal year begins
 * @param firstMonth first month in it
 * @param lastMonth last month in it
 */
public record FiscalPeriod(String label, int fiscalYear, YearMonth firstMonth, YearMonth lastMonth) {
    /** How long periods are. */
    public enum Length {
        MONTH(1),
        QUARTER(3),
        HALF(6),
        YEAR(12);

        private final int months;

        Length(int months) {
            this.months = months;
        }
    }

    /** First day in it. */
    public LocalDate from() {
        return firstMonth.atDay(1);
    }

    /** Last day in it. */
    public LocalDate to() {
        return lastMonth.atEndOfMonth();
    }

    /**
     * The periods that touch the months from {@code from} to {@code to}, whole ones: a quarter of which only a month is
     * asked for is shown in full.
     *
     * @param startMonth the month in which fiscal years begin, 1 to 12
     */
    public static List<FiscalPeriod> between(YearMonth from, YearMonth to, Length length, int startMonth) {
        List<FiscalPeriod> periods = new ArrayList<>();
        YearMonth first = from.minusMonths(monthOfYear(from, startMonth) % length.months);
        while (!first.isAfter(to)) {
            periods.add(starting(first, length, startMonth));
            first = first.plusMonths(length.months);
        }
        return periods;
    }

    /** The first month of the fiscal year that a month belongs to. */
    public static YearMonth yearStart(YearMonth month, int startMonth) {
        return month.minusMonths(monthOfYear(month, startMonth));
    }

    private static FiscalPeriod starting(YearMonth first, Length length, int startMonth) {
        int fiscalYear = yearStart(first, startMonth).getYear();
        int part = monthOfYear(first, startMonth) / length.months + 1;
        String label = switch (length) {
            case MONTH -> first.toString();
            case QUARTER -> fiscalYear + "-Q" + part;
            case HALF -> fiscalYear + "-H" + part;
            case YEAR -> Integer.toString(fiscalYear);
        };
        return new FiscalPeriod(label, fiscalYear, first, first.plusMonths(length.months - 1L));
    }

    /** 0 for the first month of a fiscal year. */
    private static int monthOfYear(YearMonth month, int startMonth) {
        return Math.floorMod(month.getMonthValue() - startMonth, 12);
    }
}
