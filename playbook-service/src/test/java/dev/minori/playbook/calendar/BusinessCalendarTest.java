package dev.minori.playbook.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final BusinessCalendar tokyo = calendar(TOKYO);

    @Test
    void threeBusinessDaysFromAFridayBeforeALongWeekend() {
        // Sat 21 and Sun 22 November 2026, then 勤労感謝の日 on Monday.
        assertThat(tokyo.addBusinessDays(LocalDate.of(2026, 11, 20), 3)).isEqualTo(LocalDate.of(2026, 11, 26));
    }

    @Test
    void theCompanyIsClosedAroundNewYear() {
        assertThat(tokyo.addBusinessDays(LocalDate.of(2026, 12, 28), 1)).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(tokyo.reasonClosed(LocalDate.of(2026, 12, 30))).hasValue("年末年始");
        assertThat(tokyo.reasonClosed(LocalDate.of(2027, 1, 1))).hasValue("元日");
    }

    @Test
    void zeroDaysIsTodayOrTheNextBusinessDay() {
        assertThat(tokyo.addBusinessDays(LocalDate.of(2026, 11, 20), 0)).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(tokyo.addBusinessDays(LocalDate.of(2026, 11, 21), 0)).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @Test
    void goldenWeekIsPassedOver() {
        assertThat(tokyo.addBusinessDays(LocalDate.of(2026, 5, 1), 1)).isEqualTo(LocalDate.of(2026, 5, 7));
    }

    @Test
    void theWallClockTimeIsKeptInTheZone() {
        Instant fridayEvening = Instant.parse("2026-11-20T08:30:00Z");
        assertThat(tokyo.addBusinessDays(fridayEvening, 1)).isEqualTo(Instant.parse("2026-11-24T08:30:00Z"));
    }

    @Test
    void aTimeTheZoneSkipsMovesForwardAndOneThatComesTwiceIsTheFirst() {
        BusinessCalendar berlin =
                new BusinessCalendar(ZoneId.of("Europe/Berlin"), Set.of(DayOfWeek.MONDAY), Map.of(), List.of());
        Instant dayBeforeGap = Instant.parse("2027-03-27T01:30:00Z"); // 02:30 in Berlin
        assertThat(berlin.addBusinessDays(dayBeforeGap, 1)).isEqualTo(Instant.parse("2027-03-28T01:30:00Z")); // 03:30
        Instant dayBeforeOverlap = Instant.parse("2026-10-24T00:30:00Z"); // 02:30 in Berlin
        assertThat(berlin.addDays(dayBeforeOverlap, 1)).isEqualTo(Instant.parse("2026-10-25T00:30:00Z")); // the first
    }

    @Test
    void aLeapDayIsADay() {
        assertThat(tokyo.addDays(Instant.parse("2028-02-28T00:00:00Z"), 1))
                .isEqualTo(Instant.parse("2028-02-29T00:00:00Z"));
    }

    @Test
    void aCalendarWithoutWorkingDaysIsRefused() {
        assertThatThrownBy(() -> new BusinessCalendar(TOKYO, Set.of(DayOfWeek.values()), Map.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        BusinessCalendar closed = new BusinessCalendar(
                TOKYO, Set.of(), Map.of(), List.of(new Closure.Yearly("休業", MonthDay.of(1, 1), MonthDay.of(12, 31))));
        assertThatThrownBy(() -> closed.addBusinessDays(LocalDate.of(2026, 1, 1), 1))
                .isInstanceOf(IllegalStateException.class);
    }

    static BusinessCalendar calendar(ZoneId zone) {
        Map<LocalDate, Holiday> holidays = new HashMap<>();
        for (int year = 2020; year <= 2035; year++) {
            JapaneseHolidays.of(year).forEach(holiday -> holidays.put(holiday.day(), holiday));
        }
        CalendarSettings usual = CalendarSettings.usual();
        return new BusinessCalendar(zone, usual.weekend(), holidays, usual.closures());
    }
}
