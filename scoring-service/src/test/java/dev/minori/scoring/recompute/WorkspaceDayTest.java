package dev.minori.scoring.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkspaceDayTest {
    private static final Duration SETTLING = Duration.ofMinutes(30);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate SUNDAY = MONDAY.minusDays(1);
    private static final LocalDate SATURDAY = MONDAY.minusDays(2);
    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T15:00:00Z");

    private final WorkspaceDay sunday = WorkspaceDay.first(SUNDAY);

    @Test
    void aNewDayEndsWindowsWhereTheyEndedUntilItsUsageComes() {
        WorkspaceDay monday = look(sunday, MIDNIGHT, SATURDAY);

        assertThat(monday.today()).isEqualTo(MONDAY);
        assertThat(monday.usageUntil()).isEqualTo(SATURDAY);
        assertThat(monday.asksForMoreThan(sunday)).as("the day itself changed").isTrue();
    }

    @Test
    void aDayIsCompleteSomeTimeAfterItsFirstRow() {
        WorkspaceDay arriving = look(sunday, MIDNIGHT, SUNDAY);
        assertThat(arriving.usageUntil()).isEqualTo(SATURDAY);

        WorkspaceDay early = look(arriving, MIDNIGHT.plusSeconds(1799), SUNDAY);
        assertThat(early.usageUntil()).isEqualTo(SATURDAY);
        assertThat(early.asksForMoreThan(arriving)).isFalse();

        WorkspaceDay complete = look(early, MIDNIGHT.plusSeconds(1800), SUNDAY);
        assertThat(complete.usageUntil()).isEqualTo(SUNDAY);
        assertThat(complete.arriving()).isNull();
        assertThat(complete.asksForMoreThan(early)).isTrue();
    }

    @Test
    void aDayThatSettledIsCompleteAlthoughANewerOneHasBegunToArrive() {
        WorkspaceDay arriving = look(sunday, MIDNIGHT, SUNDAY);

        WorkspaceDay next =
                arriving.next(MONDAY.plusDays(1), Optional.of(MONDAY), MIDNIGHT.plus(Duration.ofDays(1)), SETTLING);

        assertThat(next.usageUntil()).isEqualTo(SUNDAY);
        assertThat(next.arriving()).isEqualTo(MONDAY);
    }

    @Test
    void afterAWeekWithoutUsageItsAbsenceCounts() {
        LocalDate later = MONDAY.plusDays(6);
        assertThat(sunday.next(later, Optional.of(SATURDAY), MIDNIGHT, SETTLING).usageUntil())
                .isEqualTo(SATURDAY);

        WorkspaceDay afterAWeek = sunday.next(later.plusDays(1), Optional.of(SATURDAY), MIDNIGHT, SETTLING);

        assertThat(afterAWeek.usageUntil()).isEqualTo(SUNDAY);
    }

    @Test
    void aWorkspaceWhoseZoneMovedWestLooksAtNoDayThatIsNotOver() {
        WorkspaceDay west = sunday.next(SATURDAY, Optional.of(SATURDAY.minusDays(1)), MIDNIGHT, SETTLING);

        assertThat(west.usageUntil()).isEqualTo(SATURDAY.minusDays(1));
    }

    private static WorkspaceDay look(WorkspaceDay before, Instant now, LocalDate newest) {
        return before.next(MONDAY, Optional.of(newest), now, SETTLING);
    }
}
