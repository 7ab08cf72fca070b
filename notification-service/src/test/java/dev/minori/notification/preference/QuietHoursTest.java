package dev.minori.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final QuietHours night = new QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 0));

    @Test
    void aNightEndsNextMorning() {
        assertThat(night.endAfter(Instant.parse("2026-11-22T13:00:00Z"), TOKYO)) // 22:00
                .contains(Instant.parse("2026-11-22T23:00:00Z"));
        assertThat(night.endAfter(Instant.parse("2026-11-22T17:00:00Z"), TOKYO)) // 02:00
                .contains(Instant.parse("2026-11-22T23:00:00Z"));
    }

    @Test
    void theFirstMomentIsQuietAndTheLastIsNot() {
        assertThat(night.endAfter(Instant.parse("2026-11-22T11:00:00Z"), TOKYO)).isPresent();
        assertThat(night.endAfter(Instant.parse("2026-11-22T10:59:59Z"), TOKYO)).isEmpty();
        assertThat(night.endAfter(Instant.parse("2026-11-22T23:00:00Z"), TOKYO)).isEmpty();
    }

    @Test
    void aLunchBreakStaysWithinItsDay() {
        QuietHours lunch = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0));

        assertThat(lunch.endAfter(Instant.parse("2026-11-22T03:30:00Z"), TOKYO))
                .contains(Instant.parse("2026-11-22T04:00:00Z"));
        assertThat(lunch.endAfter(Instant.parse("2026-11-22T13:00:00Z"), TOKYO)).isEmpty();
    }

    @Test
    void aNightOfSummerTimeEndsByTheClockOnTheWall() {
        assertThat(night.endAfter(Instant.parse("2027-03-27T22:00:00Z"), BERLIN)) // 23:00, the clock jumps at 02:00
                .contains(Instant.parse("2027-03-28T06:00:00Z"));
    }
}
