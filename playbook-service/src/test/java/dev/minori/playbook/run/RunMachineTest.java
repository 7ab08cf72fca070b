package dev.minori.playbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.playbook.calendar.BusinessCalendar;
import dev.minori.playbook.calendar.Holiday;
import dev.minori.playbook.playbook.Program;
import dev.minori.playbook.playbook.Step;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Until when a run stands at a wait. */
class RunMachineTest {
    private static final LocalDate LABOUR_THANKSGIVING = LocalDate.of(2026, 11, 23);
    private static final BusinessCalendar TOKYO = new BusinessCalendar(
            ZoneId.of("Asia/Tokyo"),
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            Map.of(LABOUR_THANKSGIVING, new Holiday(LABOUR_THANKSGIVING, "勤労感謝の日", "Labour Thanksgiving Day")),
            List.of());

    /** Friday before a long weekend, ten in the morning in Tokyo. */
    private static final Instant FRIDAY = Instant.parse("2026-11-20T01:00:00Z");

    @Test
    void businessDaysPassWeekendAndHoliday() {
        assertThat(dueAfter(new Step.Span.BusinessDays(3))).isEqualTo(Instant.parse("2026-11-26T01:00:00Z"));
    }

    @Test
    void daysPassEveryDay() {
        assertThat(dueAfter(new Step.Span.Days(3))).isEqualTo(Instant.parse("2026-11-23T01:00:00Z"));
    }

    @Test
    void untilIsMeantInTheWorkspacesZoneAndAtOnceWhenItIsOver() {
        assertThat(dueAfter(new Step.Span.Until(LocalDateTime.of(2026, 12, 1, 9, 0))))
                .isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(dueAfter(new Step.Span.Until(LocalDateTime.of(2026, 11, 1, 9, 0))))
                .isEqualTo(FRIDAY);
    }

    @Test
    void afterTheWaitComesTheNextStepAtOnce() {
        RunMachine machine = machine(new Step.Span.Days(1));
        RunState.Active waiting = machine.start(FRIDAY);
        Instant later = waiting.dueAt();

        assertThat(machine.done(waiting, new StepResult.TimePassed(), later))
                .isEqualTo(new RunState.Ready("stop", later));
    }

    private static Instant dueAfter(Step.Span span) {
        RunState.Active state = machine(span).start(FRIDAY);
        assertThat(state).isInstanceOf(RunState.Waiting.class);
        return state.dueAt();
    }

    private static RunMachine machine(Step.Span span) {
        return new RunMachine(Program.of(List.of(new Step.Wait("rest", span), new Step.End("stop"))), TOKYO);
    }
}
