package dev.minori.sync.budget;

import dev.minori.sync.source.ApiAllowance;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How many calls were given out at one connection in the current hour and day. Days are those of UTC: kintone's count
 * begins anew at 09:00 in Japan, which is the same moment.
 *
 * @param told how many calls everybody together had made when the source last told
 */
public record CallLedger(
        Instant hour,
        long hourUsed,
        Instant day,
        long dayUsed,
        @Nullable ApiAllowance told,
        @Nullable Instant toldAt) {
    /** What a source told longer ago says nothing any more: its own count has moved on. */
    static final Duration FRESH = Duration.ofHours(1);

    /** An empty one. */
    public static CallLedger begin(Instant now) {
        return new CallLedger(hourOf(now), 0, dayOf(now), 0, null, null);
    }

    /** The beginning of the hour. */
    public static Instant hourOf(Instant instant) {
        return instant.truncatedTo(ChronoUnit.HOURS);
    }

    /** The beginning of the day. */
    public static Instant dayOf(Instant instant) {
        return instant.truncatedTo(ChronoUnit.DAYS);
    }

    /** The same at this moment: what belongs to an earlier hour or day no longer counts. */
    public CallLedger at(Instant now) {
        Instant thisHour = hourOf(now);
        Instant thisDay = dayOf(now);
        return new CallLedger(
                thisHour,
                thisHour.equals(hour) ? hourUsed : 0,
                thisDay,
                thisDay.equals(day) ? dayUsed : 0,
                told,
                toldAt);
    }

    /** The same after so many calls were given out. */
    CallLedger with(long calls) {
        return new CallLedger(hour, hourUsed + calls, day, dayUsed + calls, told, toldAt);
    }

    /** The same after calls came back unmade that were given out then. */
    CallLedger without(long calls, Instant givenOut) {
        return new CallLedger(
                hour,
                hourOf(givenOut).equals(hour) ? Math.max(0, hourUsed - calls) : hourUsed,
                day,
                dayOf(givenOut).equals(day) ? Math.max(0, dayUsed - calls) : dayUsed,
                told,
                toldAt);
    }

    /** The same after the source told. What was told earlier by a slower answer does not count. */
    CallLedger told(ApiAllowance now, Instant at) {
        return toldAt != null && toldAt.isAfter(at) ? this : new CallLedger(hour, hourUsed, day, dayUsed, now, at);
    }

    Instant nextHour() {
        return hour.plus(1, ChronoUnit.HOURS);
    }

    Instant nextDay() {
        return day.plus(1, ChronoUnit.DAYS);
    }

    /** What everybody together has made, if that was told lately. */
    @Nullable
    ApiAllowance toldLately(Instant now) {
        return toldAt == null || !toldAt.plus(FRESH).isAfter(now) ? null : told;
    }
}
