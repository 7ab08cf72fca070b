package dev.minori.simulators.seed;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One invented customer with its story up to a given day. A pure function of seed, index and that day.
 *
 * @param index from 0
 * @param today the day the story is told on
 * @param started first day of its first contract
 * @param turned day its usage began to change course
 * @param left last day of use when it left, or null
 * @param seats licences of the first contract
 */
record Customer(
        long seed,
        int index,
        LocalDate today,
        CompanyName name,
        Course course,
        LocalDate started,
        LocalDate turned,
        @Nullable LocalDate left,
        int seats,
        int employees) {

    private static final double WEEKEND = 0.06;
    private static final double HOLIDAY = 0.08;

    static Customer of(long seed, int index, LocalDate today) {
        Dice dice = Dice.of(seed, index, "customer");
        Course course = Course.roll(dice);
        LocalDate started = switch (course) {
            case STARTING -> today.minusDays(dice.between(10, 75));
            case CHURNED -> today.minusDays(dice.between(420, 1100));
            case GROWING, STEADY, DECLINING -> today.minusDays(dice.between(90, 1400));
        };
        // Most contracts start on the first of a month.
        LocalDate first = course == Course.STARTING || dice.chance(0.2) ? started : started.withDayOfMonth(1);
        int seats = (int) Math.round(Math.exp(dice.between(1.8, 5.6)));
        LocalDate left = course == Course.CHURNED ? today.minusDays(dice.between(15, 200)) : null;
        LocalDate turned =
                left == null ? today.minusDays(dice.between(30, 150)) : left.minusDays(dice.between(60, 150));
        return new Customer(
                seed,
                index,
                today,
                CompanyName.of(seed, index),
                course,
                first,
                turned.isBefore(first) ? first : turned,
                left,
                seats,
                seats * dice.between(2, 14));
    }

    /** The code both systems know it by, such as {@code C-00042}. */
    String code() {
        return code(index);
    }

    static String code(int index) {
        return String.format(Locale.ROOT, "C-%05d", index + 1);
    }

    /** Dice for a purpose of its own. */
    Dice dice(String purpose) {
        return Dice.of(seed, index, purpose);
    }

    String touchModel() {
        if (seats >= 120) {
            return "ハイタッチ";
        }
        return seats >= 30 ? "ロータッチ" : "テックタッチ";
    }

    String phase() {
        if (course == Course.STARTING) {
            return "導入";
        }
        if (course == Course.GROWING) {
            return "拡大";
        }
        long days = ChronoUnit.DAYS.between(started, today);
        return days % 365 > 275 ? "更新" : "活用";
    }

    /** People who use the product, from the buyer to everyday users. */
    List<Person> people() {
        Dice dice = dice("people");
        int count = Math.clamp(1 + seats / 40, 1, 4) + (dice.chance(0.4) ? 1 : 0);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(Person.roll(dice));
        }
        return people;
    }

    String mailOf(Person person, int number) {
        return person.mailName() + (number == 0 ? "" : String.valueOf(number + 1)) + "@" + name.domain();
    }

    /** Share of the licences in use on an ordinary working day. */
    double adoption(LocalDate day) {
        double level = 0.45 + 0.35 * Dice.noise(seed, index, -1);
        double before = ChronoUnit.DAYS.between(started, day);
        double ramp = Math.clamp(before / 60.0, 0.04, 1.0);
        double months = Math.max(0, ChronoUnit.DAYS.between(turned, day)) / 30.0;
        double change = switch (course) {
            case GROWING -> Math.min(1.6, 1 + 0.07 * months);
            case STEADY -> 1 + 0.05 * Math.sin(ChronoUnit.DAYS.between(started, day) / 40.0);
            case DECLINING -> Math.max(0.18, 1 - 0.19 * months);
            case CHURNED -> Math.max(0.05, 1 - 0.3 * months);
            case STARTING -> 1;
        };
        return Math.min(1.0, level * ramp * change);
    }

    /** What was used on a day. */
    Usage usage(LocalDate day) {
        double noise = Dice.noise(seed, index, day.toEpochDay());
        double share = adoption(day) * weekday(day) * season(day) * (0.88 + 0.24 * noise);
        int users = (int) Math.round(seats * Math.min(1.0, share));
        int logins = (int) Math.round(users * (1.3 + noise));
        int actions = (int) Math.round(users * (14 + 22 * Dice.noise(seed, index, day.toEpochDay() + 1_000_000)));
        return new Usage(day, users, logins, actions);
    }

    private static double weekday(LocalDate day) {
        if (JapaneseHolidays.contains(day)) {
            return HOLIDAY;
        }
        return switch (day.getDayOfWeek()) {
            case MONDAY -> 1.08;
            case TUESDAY, WEDNESDAY -> 1.03;
            case THURSDAY -> 1.0;
            case FRIDAY -> 0.93;
            case SATURDAY, SUNDAY -> WEEKEND;
        };
    }

    /** New Year, the week around 15 August (お盆), and the busy end of the fiscal year. */
    private static double season(LocalDate day) {
        int month = day.getMonthValue();
        int date = day.getDayOfMonth();
        boolean newYear = (month == 12 && date >= 29) || (month == 1 && date <= 3);
        if (newYear) {
            return 0.1;
        }
        if (month == 8 && date >= 12 && date <= 16) {
            return 0.45;
        }
        return month == 3 ? 1.1 : 1.0;
    }

    boolean worksOn(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !JapaneseHolidays.contains(day);
    }

    /** One day's use. */
    record Usage(LocalDate day, int activeUsers, int logins, int actions) {}
}
