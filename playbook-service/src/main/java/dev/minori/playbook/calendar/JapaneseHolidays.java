package dev.minori.playbook.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The holidays of one year by the Act on National Holidays (国民の祝日に関する法律), as in force since 2020.
 *
 * <p>Article 2 names the days; article 3 adds the substitute for a holiday on a Sunday (the next day that is not a
 * holiday itself) and the day between two holidays. For 2020 and 2021 three days moved for the Olympic Games (special
 * measures law, articles 29 and 32). The equinoxes are announced by the Cabinet each February for the next year; until
 * then the almanac's approximation, good from 1980 to 2099, stands for them.
 */
public final class JapaneseHolidays {
    /** The first year these rules describe. */
    public static final int FIRST_YEAR = 2020;

    /** The last year the equinox approximation describes. */
    public static final int LAST_YEAR = 2099;

    private static final int EQUINOX_EPOCH = 1980;
    private static final double TROPICAL_YEAR_EXCESS = 0.242194;

    private JapaneseHolidays() {}

    /** The holidays of a year, in order. Throws IllegalArgumentException before 2020 and after 2099. */
    public static List<Holiday> of(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("holidays are known from 2020 to 2099, not for " + year);
        }
        NavigableMap<LocalDate, Holiday> named = new TreeMap<>();
        for (Holiday holiday : named(year)) {
            named.put(holiday.day(), holiday);
        }
        NavigableMap<LocalDate, Holiday> all = new TreeMap<>(named);
        for (LocalDate day : named.navigableKeySet()) {
            addSubstitute(day, named, all);
            addDayBetween(day, named, all);
        }
        return List.copyOf(all.values());
    }

    private static void addSubstitute(
            LocalDate day, NavigableMap<LocalDate, Holiday> named, NavigableMap<LocalDate, Holiday> all) {
        if (day.getDayOfWeek() != SUNDAY) {
            return;
        }
        LocalDate substitute = day.plusDays(1);
        while (named.containsKey(substitute)) {
            substitute = substitute.plusDays(1);
        }
        all.put(substitute, new Holiday(substitute, "振替休日", "Substitute holiday"));
    }

    private static void addDayBetween(
            LocalDate day, NavigableMap<LocalDate, Holiday> named, NavigableMap<LocalDate, Holiday> all) {
        LocalDate between = day.plusDays(1);
        if (named.containsKey(day.plusDays(2)) && !named.containsKey(between)) {
            all.putIfAbsent(between, new Holiday(between, "国民の休日", "Citizens' holiday"));
        }
    }

    private static List<Holiday> named(int year) {
        List<Holiday> days = new ArrayList<>();
        days.add(fixed(year, Month.JANUARY, 1, "元日", "New Year's Day"));
        days.add(monday(year, Month.JANUARY, 2, "成人の日", "Coming of Age Day"));
        days.add(fixed(year, Month.FEBRUARY, 11, "建国記念の日", "National Foundation Day"));
        days.add(fixed(year, Month.FEBRUARY, 23, "天皇誕生日", "Emperor's Birthday"));
        days.add(fixed(year, Month.MARCH, equinox(20.8431, year), "春分の日", "Vernal Equinox Day"));
        days.add(fixed(year, Month.APRIL, 29, "昭和の日", "Showa Day"));
        days.add(fixed(year, Month.MAY, 3, "憲法記念日", "Constitution Memorial Day"));
        days.add(fixed(year, Month.MAY, 4, "みどりの日", "Greenery Day"));
        days.add(fixed(year, Month.MAY, 5, "こどもの日", "Children's Day"));
        days.addAll(movedForTheGames(year));
        days.add(monday(year, Month.SEPTEMBER, 3, "敬老の日", "Respect for the Aged Day"));
        days.add(fixed(year, Month.SEPTEMBER, equinox(23.2488, year), "秋分の日", "Autumnal Equinox Day"));
        days.add(fixed(year, Month.NOVEMBER, 3, "文化の日", "Culture Day"));
        days.add(fixed(year, Month.NOVEMBER, 23, "勤労感謝の日", "Labour Thanksgiving Day"));
        return days;
    }

    private static List<Holiday> movedForTheGames(int year) {
        String marine = "海の日";
        String mountain = "山の日";
        String sports = "スポーツの日";
        return switch (year) {
            case 2020 ->
                List.of(
                        fixed(year, Month.JULY, 23, marine, "Marine Day"),
                        fixed(year, Month.JULY, 24, sports, "Sports Day"),
                        fixed(year, Month.AUGUST, 10, mountain, "Mountain Day"));
            case 2021 ->
                List.of(
                        fixed(year, Month.JULY, 22, marine, "Marine Day"),
                        fixed(year, Month.JULY, 23, sports, "Sports Day"),
                        fixed(year, Month.AUGUST, 8, mountain, "Mountain Day"));
            default ->
                List.of(
                        monday(year, Month.JULY, 3, marine, "Marine Day"),
                        fixed(year, Month.AUGUST, 11, mountain, "Mountain Day"),
                        monday(year, Month.OCTOBER, 2, sports, "Sports Day"));
        };
    }

    private static Holiday fixed(int year, Month month, int day, String ja, String en) {
        return new Holiday(LocalDate.of(year, month, day), ja, en);
    }

    private static Holiday monday(int year, Month month, int nth, String ja, String en) {
        return new Holiday(LocalDate.of(year, month, 1).with(dayOfWeekInMonth(nth, MONDAY)), ja, en);
    }

    private static int equinox(double base, int year) {
        int years = year - EQUINOX_EPOCH;
        return (int) (base + TROPICAL_YEAR_EXCESS * years - Math.floorDiv(years, 4));
    }
}
