package dev.minori.playbook.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which holidays a calendar knows: those that are written down, and the years after them. */
class KnownHolidaysTest {
    private static final LocalDate WRITTEN = LocalDate.of(2035, 5, 1);

    @Test
    void afterTheLastYearThatIsWrittenDownTheActGoesOn() {
        BusinessCalendar calendar = calendarOf(List.of(new Holiday(WRITTEN, "改元の日", "Day of a new era")));

        assertThat(calendar.reasonClosed(LocalDate.of(2036, 1, 1))).hasValue("元日");
        // Greenery Day falls on a Sunday, and the day after it is a holiday itself.
        assertThat(calendar.reasonClosed(LocalDate.of(2036, 5, 6))).hasValue("振替休日");
        assertThat(calendar.reasonClosed(LocalDate.of(2037, 9, 22))).hasValue("国民の休日");
        assertThat(calendar.reasonClosed(LocalDate.of(2099, 11, 3))).hasValue("文化の日");
        assertThat(calendar.addBusinessDays(LocalDate.of(2036, 5, 2), 1)).isEqualTo(LocalDate.of(2036, 5, 7));
    }

    @Test
    void whatIsWrittenDownHoldsForItsYears() {
        BusinessCalendar calendar = calendarOf(List.of(new Holiday(WRITTEN, "改元の日", "Day of a new era")));

        assertThat(calendar.reasonClosed(WRITTEN)).hasValue("改元の日");
        // A Thursday, and Constitution Memorial Day by the act: the table of that year does not have it.
        assertThat(calendar.reasonClosed(LocalDate.of(2035, 5, 3))).isEmpty();
    }

    @Test
    void withoutAnyTableTheActIsAllThereIs() {
        assertThat(calendarOf(List.of()).reasonClosed(LocalDate.of(2026, 9, 22)))
                .hasValue("国民の休日");
    }

    private static BusinessCalendar calendarOf(List<Holiday> written) {
        return new BusinessCalendar(
                ZoneId.of("Asia/Tokyo"),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                KnownHolidays.of(written),
                List.of());
    }
}
