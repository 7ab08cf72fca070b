package dev.minori.notification.preference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Hours in which a person wants no message, every day, in their own zone.
 *
 * @param from first quiet moment
 * @param to first moment after it; before {@code from} for a night
 */
public record QuietHours(LocalTime from, LocalTime to) {
    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours must begin and end at different times");
        }
    }

    /** When the quiet hours that hold at {@code now} end; empty if none do. */
    public Optional<Instant> endAfter(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        LocalDate today = local.toLocalDate();
        if (from.isBefore(to)) {
            return within(local, today, today);
        }
        return within(local, today.minusDays(1), today).or(() -> within(local, today, today.plusDays(1)));
    }

    private Optional<Instant> within(ZonedDateTime local, LocalDate fromDay, LocalDate toDay) {
        ZonedDateTime start = fromDay.atTime(from).atZone(local.getZone());
        ZonedDateTime end = toDay.atTime(to).atZone(local.getZone());
        return !local.isBefore(start) && local.isBefore(end) ? Optional.of(end.toInstant()) : Optional.empty();
    }
}
