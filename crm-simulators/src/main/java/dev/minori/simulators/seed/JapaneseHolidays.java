package dev.minori.simulators.seed;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Japan's national holidays by the rules in force since 2020 (国民の祝日に関する法律), substitute holidays included. */
final class JapaneseHolidays {

    private static final Map<Integer, Set<LocalDate>> BY_YEAR = new ConcurrentHashMap<>();

    private JapaneseHolidays() {}

    static boolean contains(LocalDate date) {
        return BY_YEAR.computeIfAbsent(date.getYear(), JapaneseHolidays::ofYear).contains(date);
    }

    private static Set<LocalDate> ofYear(int year) {
        Set<LocalDate> days = new HashSet<>(Set.of(
                LocalDate.of(year, 1, 1),
                monday(year, 1, 2),
                LocalDate.of(year, 2, 11),
                LocalDate.of(year, 2, 23),
                LocalDate.of(year, 3, equinox(year, 20.8431)),
                LocalDate.of(year, 4, 29),
                LocalDate.of(year, 5, 3),
                LocalDate.of(year, 5, 4),
                LocalDate.of(year, 5, 5),
                monday(year, 7, 3),
                LocalDate.of(year, 8, 11),
                monday(year, 9, 3),
                LocalDate.of(year, 9, equinox(year, 23.2488)),
                monday(year, 10, 2),
                LocalDate.of(year, 11, 3),
                LocalDate.of(year, 11, 23)));
        Set<LocalDate> all = new HashSet<>(days);
        for (LocalDate day : days) {
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                LocalDate substitute = day.plusDays(1);
                while (days.contains(substitute)) {
                    substitute = substitute.plusDays(1);
                }
                all.add(substitute);
            }
            // A weekday between two holidays is one itself.
            if (days.contains(day.plusDays(2)) && day.plusDays(1).getDayOfWeek() != DayOfWeek.SUNDAY) {
                all.add(day.plusDays(1));
            }
        }
        return Set.copyOf(all);
    }

    private static LocalDate monday(int year, int month, int nth) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.MONDAY));
    }

    /** Day of an equinox, good for 1980 to 2099. */
    private static int equinox(int year, double base) {
        return (int) (base + 0.242194 * (year - 1980) - Math.floorDiv(year - 1980, 4));
    }
}
