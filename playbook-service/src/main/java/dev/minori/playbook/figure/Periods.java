package dev.minori.playbook.figure;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.playbook.calendar.BusinessCalendar;
import dev.minori.playbook.calendar.Calendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes periods of what people ask for. */
@ApplicationScoped
public class Periods {
    private static final int MOST_DAYS = 731;

    private final Calendars calendars;
    private final Clock clock;

    Periods(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /** With what a period is compared. */
    public enum Comparison {
        /** As many days before it; whole months before whole months. */
        PREVIOUS_PERIOD,
        /** The same days a year before. */
        PREVIOUS_YEAR
    }

    /** A period and the one it is compared with. */
    public record Asked(Period period, @Nullable Period comparison) {}

    /**
     * The period between two days, both included; without days, the current month until today. Throws invalid-parameter
     * for days that make no period.
     */
    @Transactional
    public Asked of(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable Comparison comparison) {
        BusinessCalendar calendar = calendars.ofWorkspace();
        Instant now = clock.instant();
        LocalDate today = calendar.dayOf(now);
        LocalDate last = to == null ? (from == null || !from.isAfter(today) ? today : from) : to;
        LocalDate first = from == null ? last.withDayOfMonth(1) : from;
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS || first.isAfter(today)) {
            Wording detail = new Wording(
                    "fromはto以前、今日以前の日付で、期間は%d日までです。".formatted(MOST_DAYS),
                    "from is not after to and not after today, and a period has at most %d days.".formatted(MOST_DAYS));
            throw new ProblemException(
                    KitProblem.INVALID_PARAMETER, detail, List.of(new FieldError("query:from", "invalid", detail)));
        }
        Period period = period(first, last, calendar, now);
        return new Asked(period, comparison == null ? null : before(first, last, comparison, calendar, now));
    }

    private static Period before(
            LocalDate from, LocalDate to, Comparison comparison, BusinessCalendar calendar, Instant now) {
        return switch (comparison) {
            case PREVIOUS_YEAR -> period(from.minusYears(1), to.minusYears(1), calendar, now);
            case PREVIOUS_PERIOD -> {
                YearMonth firstMonth = YearMonth.from(from);
                YearMonth lastMonth = YearMonth.from(to);
                if (from.getDayOfMonth() == 1 && to.equals(lastMonth.atEndOfMonth())) {
                    long months = firstMonth.until(lastMonth, ChronoUnit.MONTHS) + 1;
                    yield period(
                            firstMonth.minusMonths(months).atDay(1),
                            firstMonth.minusMonths(1).atEndOfMonth(),
                            calendar,
                            now);
                }
                long days = ChronoUnit.DAYS.between(from, to) + 1;
                yield period(from.minusDays(days), from.minusDays(1), calendar, now);
            }
        };
    }

    private static Period period(LocalDate from, LocalDate to, BusinessCalendar calendar, Instant now) {
        Instant start = from.atStartOfDay(calendar.zone()).toInstant();
        Instant over = to.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
        Instant end = over.isAfter(now) ? now : over;
        return new Period(from, to, start, end, calendar.dayOf(end));
    }
}
