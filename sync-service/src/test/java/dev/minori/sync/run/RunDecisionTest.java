package dev.minori.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunDecisionTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant WATERMARK = NOW.minusSeconds(60);

    @Test
    void aRunThatEndsAfterSomethingBecameDueNotesOnlyWhatItDecided() {
        MappingProgress before = progress(NOW.minusSeconds(14 * 60 + 59), NOW.minusSeconds(59 * 60 + 59));
        RunDecision decision = RunDecision.of(RunKind.INCREMENTAL, true, before, NOW);

        assertThat(decision.readsWide()).isFalse();
        assertThat(decision.scansIds()).isFalse();
        assertThat(decision.progressAfter(before, NOW))
                .isEqualTo(progress(before.wideReadAt(), before.idScanAt(), NOW));
    }

    @Test
    void aWideReadAndAScanAreNotedAtTheirBeginning() {
        MappingProgress before = progress(NOW.minus(RunDecision.WIDE_OVERLAP), NOW.minus(RunDecision.ID_SCAN_EVERY));
        RunDecision decision = RunDecision.of(RunKind.INCREMENTAL, true, before, NOW);

        assertThat(decision.progressAfter(before, WATERMARK)).isEqualTo(progress(NOW, NOW, WATERMARK));
    }

    @Test
    void aFullRunCountsAsBothAndNotesWhatItMeetsWhereThereIsSomethingToMiss() {
        RunDecision first = RunDecision.of(RunKind.FULL, false, MappingProgress.NONE, NOW);
        RunDecision later = RunDecision.of(RunKind.FULL, true, progress(NOW, NOW), NOW);

        assertThat(first).isEqualTo(new RunDecision(false, true, true, NOW));
        assertThat(later).isEqualTo(new RunDecision(true, true, true, NOW));
    }

    @Test
    void whatBecameVisibleLateIsMetHoweverLongAfterwardsTheNextWideReadComes() {
        Instant wideBefore = NOW.minus(Duration.ofMinutes(40));
        RunDecision decision = RunDecision.of(RunKind.INCREMENTAL, true, progress(wideBefore, NOW), NOW);

        assertThat(decision.since(WATERMARK, progress(wideBefore, NOW), false))
                .as("a row stamped just before the last wide read may have become visible just after it")
                .isEqualTo(wideBefore.minus(RunDecision.WIDE_OVERLAP));
        assertThat(decision.since(WATERMARK, MappingProgress.NONE, false))
                .isEqualTo(WATERMARK.minus(RunDecision.WIDE_OVERLAP));
        assertThat(decision.since(WATERMARK, progress(NOW, NOW), false))
                .isEqualTo(WATERMARK.minus(RunDecision.WIDE_OVERLAP));
    }

    @Test
    void inBetweenAShortLookBackIsEnough() {
        RunDecision decision = RunDecision.of(RunKind.INCREMENTAL, true, progress(NOW, NOW), NOW);

        assertThat(decision.since(WATERMARK, progress(NOW, NOW), false))
                .isEqualTo(WATERMARK.minus(RunDecision.SHORT_OVERLAP));
    }

    @Test
    void afterTheSourceVouchedForALaterTimeEverythingSinceTheEarlierOneIsReadAgain() {
        RunDecision decision = RunDecision.of(RunKind.INCREMENTAL, true, progress(NOW, NOW), NOW);
        Instant certain = WATERMARK.minus(Duration.ofHours(7));
        MappingProgress progress = progress(NOW, NOW).assured(certain, NOW);

        assertThat(decision.since(WATERMARK, progress, true))
                .as("a transaction held rows back for seven hours")
                .isEqualTo(certain);
        assertThat(decision.since(WATERMARK, progress, false))
                .as("nobody vouched for more meanwhile")
                .isEqualTo(WATERMARK.minus(RunDecision.SHORT_OVERLAP));
        assertThat(decision.asksForAssurance(progress)).isFalse();
        assertThat(decision.asksForAssurance(progress.assured(certain, NOW.minus(RunDecision.ASSURANCE_EVERY))))
                .isTrue();
    }

    @Test
    void everythingIsComparedOnceADayAndAfterTheSourceForgotDeletions() {
        MappingProgress compared = progress(NOW, NOW).reconciled(NOW.minus(Duration.ofHours(23)));

        assertThat(RunDecision.isReconciliationDue(compared, NOW)).isFalse();
        assertThat(RunDecision.isReconciliationDue(compared, NOW.plus(Duration.ofHours(1))))
                .isTrue();
        assertThat(RunDecision.isReconciliationDue(compared.reconciled(null), NOW))
                .isTrue();
        assertThat(RunDecision.isReconciliationDue(MappingProgress.NONE, NOW))
                .as("the first load compares")
                .isFalse();
    }

    private static MappingProgress progress(Instant wideReadAt, Instant idScanAt) {
        return progress(wideReadAt, idScanAt, WATERMARK);
    }

    private static MappingProgress progress(Instant wideReadAt, Instant idScanAt, Instant watermark) {
        return new MappingProgress(watermark, true, wideReadAt, idScanAt, null, null, null);
    }
}
