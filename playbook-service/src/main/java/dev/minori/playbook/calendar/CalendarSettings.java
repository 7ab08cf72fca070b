package dev.minori.playbook.calendar;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/**
 * What a workspace says about its working days.
 *
 * @param weekend days of the week that are not worked on
 * @param japaneseHolidays whether Japan's national holidays are days off
 * @param revision grows with each change; 0 while the usual settings hold
 */
public record CalendarSettings(
        Set<DayOfWeek> weekend, boolean japaneseHolidays, List<Closure> closures, long revision) {
    /** Most workspaces have fewer than ten closures. */
    public static final int MAX_CLOSURES = 200;

    public CalendarSettings {
        weekend = Set.copyOf(weekend);
        closures = List.copyOf(closures);
    }

    /** Saturday, Sunday, national holidays, and the days around New Year on which Japanese offices are closed. */
    public static CalendarSettings usual() {
        return new CalendarSettings(
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                true,
                List.of(new Closure.Yearly("年末年始", MonthDay.of(12, 29), MonthDay.of(1, 3))),
                0);
    }
}
