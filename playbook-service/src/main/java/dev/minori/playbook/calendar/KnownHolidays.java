package dev.minori.playbook.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All holidays the service knows of. What is written down holds; the years after it follow from the act as it stands, so
 * that no year begins without its holidays.
 */
final class KnownHolidays {
    private KnownHolidays() {}

    static Map<LocalDate, Holiday> of(List<Holiday> written) {
        int lastWritten = written.stream()
                .mapToInt(holiday -> holiday.day().getYear())
                .max()
                .orElse(JapaneseHolidays.FIRST_YEAR - 1);
        Stream<Holiday> byTheAct = IntStream.rangeClosed(lastWritten + 1, JapaneseHolidays.LAST_YEAR)
                .mapToObj(JapaneseHolidays::of)
                .flatMap(List::stream);
        return Stream.concat(written.stream(), byTheAct)
                .collect(Collectors.toUnmodifiableMap(Holiday::day, Function.identity()));
    }
}
