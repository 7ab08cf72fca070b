package dev.minori.playbook.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against the lists the Cabinet Office published, and the odd years that are known in advance. */
class JapaneseHolidaysTest {
    @Test
    void theGamesMovedThreeDaysOf2020() {
        assertThat(days(2020))
                .containsExactly(
                        "01-01", "01-13", "02-11", "02-23", "02-24", "03-20", "04-29", "05-03", "05-04", "05-05",
                        "05-06", "07-23", "07-24", "08-10", "09-21", "09-22", "11-03", "11-23");
    }

    @Test
    void theGamesMovedThreeDaysOf2021() {
        assertThat(days(2021))
                .containsExactly(
                        "01-01", "01-11", "02-11", "02-23", "03-20", "04-29", "05-03", "05-04", "05-05", "07-22",
                        "07-23", "08-08", "08-09", "09-20", "09-23", "11-03", "11-23");
    }

    @Test
    void plainYearsAreAsPublished() {
        assertThat(days(2024))
                .containsExactly(
                        "01-01", "01-08", "02-11", "02-12", "02-23", "03-20", "04-29", "05-03", "05-04", "05-05",
                        "05-06", "07-15", "08-11", "08-12", "09-16", "09-22", "09-23", "10-14", "11-03", "11-04",
                        "11-23");
        assertThat(days(2025))
                .containsExactly(
                        "01-01", "01-13", "02-11", "02-23", "02-24", "03-20", "04-29", "05-03", "05-04", "05-05",
                        "05-06", "07-21", "08-11", "09-15", "09-23", "10-13", "11-03", "11-23", "11-24");
    }

    @Test
    void aDayBetweenTwoHolidaysIsOffIn2026AndIn2032() {
        assertThat(days(2026))
                .containsExactly(
                        "01-01", "01-12", "02-11", "02-23", "03-20", "04-29", "05-03", "05-04", "05-05", "05-06",
                        "07-20", "08-11", "09-21", "09-22", "09-23", "10-12", "11-03", "11-23");
        assertThat(name(LocalDate.of(2026, 9, 22))).isEqualTo("国民の休日");
        assertThat(name(LocalDate.of(2032, 9, 21))).isEqualTo("国民の休日");
        assertThat(IntStream.rangeClosed(2020, 2035)
                        .filter(year -> JapaneseHolidays.of(year).stream()
                                .anyMatch(holiday -> holiday.nameJa().equals("国民の休日"))))
                .containsExactly(2026, 2032);
    }

    @Test
    void aSubstituteSkipsHolidaysThatFollow() {
        assertThat(name(LocalDate.of(2026, 5, 6))).isEqualTo("振替休日");
        assertThat(name(LocalDate.of(2026, 5, 4))).isEqualTo("みどりの日");
    }

    @Test
    void equinoxesFallOnTheAlmanacsDays() {
        assertThat(equinoxes("春分の日")).containsExactly(20, 20, 21, 21, 20, 20, 20, 21, 20, 20, 20, 21, 20, 20, 20, 21);
        assertThat(equinoxes("秋分の日")).containsExactly(22, 23, 23, 23, 22, 23, 23, 23, 22, 23, 23, 23, 22, 23, 23, 23);
    }

    @Test
    void otherYearsAreRefused() {
        assertThatThrownBy(() -> JapaneseHolidays.of(2019)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JapaneseHolidays.of(2100)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Integer> equinoxes(String name) {
        return IntStream.rangeClosed(2020, 2035)
                .boxed()
                .map(year -> JapaneseHolidays.of(year).stream()
                        .filter(holiday -> holiday.nameJa().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .day()
                        .getDayOfMonth())
                .toList();
    }

    private static List<String> days(int year) {
        return JapaneseHolidays.of(year).stream()
                .map(holiday -> holiday.day().toString().substring(5))
                .toList();
    }

    private static String name(LocalDate day) {
        return JapaneseHolidays.of(day.getYear()).stream()
                .filter(holiday -> holiday.day().equals(day))
                .findFirst()
                .orElseThrow()
                .nameJa();
    }
}
