package dev.minori.playbook.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A workspace's working days, in its zone.
 *
 * @param weekend days of the week that are not worked on; never all seven
 * @param holidays national holidays by day, empty where the workspace works on them
 */
public record BusinessCalendar(
        ZoneId zone, Set<DayOfWeek> weekend, Map<LocalDate, Holiday> holidays, List<Closure> closures) {

    /** Nobody plans farther ahead than this many business days; it also bounds the search. */
    public static final int MAX_BUSINESS_DAYS = 1_000;

    /** A closed stretch longer than this is a mistake in the calendar, not a reason to look for ever. */
    private static final int MAX_CLOSED_DAYS = 1_000;

    public BusinessCalendar {
        weekend = Set.copyOf(weekend);
        holidays = Map.copyOf(holidays);
        closures = List.copyOf(closures);
        if (weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("a calendar needs at least one working day of the week");
        }
    }

    /** The local day at this instant. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Whether people work on that day. */
    public boolean isBusinessDay(LocalDate day) {
        return reasonClosed(day).isEmpty();
    }

    /** Why nobody works on that day, empty on a business day: the holiday's or closure's name, or the weekday. */
    public Optional<String> reasonClosed(LocalDate day) {
        Holiday holiday = holidays.get(day);
        if (holiday != null) {
            return Optional.of(holiday.nameJa());
        }
        Optional<String> closure =
                closures.stream().filter(c -> c.covers(day)).map(Closure::name).findFirst();
        if (closure.isPresent()) {
            return closure;
        }
        return weekend.contains(day.getDayOfWeek())
                ? Optional.of(day.getDayOfWeek().name())
                : Optional.empty();
    }

    /**
     * The day {@code count} business days after a day: 0 is the day itself or the next business day, 1 the first business
     * day after it. Throws IllegalArgumentException outside 0 to {@link #MAX_BUSINESS_DAYS}, IllegalStateException if the
     * calendar is closed for years.
     */
    public LocalDate addBusinessDays(LocalDate day, int count) {
        if (count < 0 || count > MAX_BUSINESS_DAYS) {
            throw new IllegalArgumentException("0 to " + MAX_BUSINESS_DAYS + " business days, was " + count);
        }
        if (count == 0) {
            return isBusinessDay(day) ? day : nextBusinessDay(day);
        }
        LocalDate found = day;
        for (int i = 0; i < count; i++) {
            found = nextBusinessDay(found);
        }
        return found;
    }

    /**
     * The instant {@code count} business days later at the same wall-clock time. A time that the zone skips that day is
     * moved forward by the length of the gap, one that comes twice is taken the first time.
     */
    public Instant addBusinessDays(Instant from, int count) {
        ZonedDateTime local = from.atZone(zone);
        LocalDate day = addBusinessDays(local.toLocalDate(), count);
        return day.atTime(local.toLocalTime()).atZone(zone).toInstant();
    }

    /** The instant {@code days} calendar days later at the same wall-clock time. */
    public Instant addDays(Instant from, int days) {
        ZonedDateTime local = from.atZone(zone);
        return local.toLocalDate()
                .plusDays(days)
                .atTime(local.toLocalTime())
                .atZone(zone)
                .toInstant();
    }

    private LocalDate nextBusinessDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        for (int i = 0; i < MAX_CLOSED_DAYS; i++) {
            if (isBusinessDay(next)) {
                return next;
            }
            next = next.plusDays(1);
        }
        throw new IllegalStateException("no business day within " + MAX_CLOSED_DAYS + " days after " + day);
    }
}
