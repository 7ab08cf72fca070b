package dev.minori.sync.dryrun.rest;

import dev.minori.kit.problem.Wording;
import dev.minori.sync.dryrun.DryRun;
import dev.minori.sync.dryrun.DryRunCounts;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dry run as JSON.
 *
 * @param mappingRevision the mapping's {@code version} when it was tried; with another one the draft is another
 * @param comparedWith the published version it is compared with; null if none was published
 * @param rows how many records were read at most
 * @param whole whether no more records are there: only then it is known what would be removed
 * @param expected how many records the source has of the mapping; null if it does not tell
 * @param apiCalls the calls that the dry run itself made
 * @param fullRunCalls the calls that reading everything takes at least; null if the source does not tell
 * @param keptUntil when it is forgotten
 */
public record DryRunView(
        UUID id,
        UUID mappingId,
        long mappingRevision,
        @Nullable Integer comparedWith,
        String state,
        int rows,
        boolean whole,
        @Nullable Long expected,
        CountsView counts,
        long apiCalls,
        @Nullable Long fullRunCalls,
        String askedBy,
        Instant askedAt,
        @Nullable Instant finishedAt,
        Instant keptUntil,
        @Nullable ErrorView error) {

    /** {@code read} is always added + changed + unchanged + unmatched + rejected; removed ones were not met. */
    public record CountsView(
            long read, long added, long changed, long unchanged, long unmatched, long rejected, long removed) {
        static CountsView of(DryRunCounts counts) {
            return new CountsView(
                    counts.read(),
                    counts.added(),
                    counts.changed(),
                    counts.unchanged(),
                    counts.unmatched(),
                    counts.rejected(),
                    counts.removed());
        }
    }

    /** @param code stable word, for example {@code source-unreachable} */
    public record ErrorView(String code, String ja, String en) {}

    static DryRunView of(DryRun dryRun) {
        return new DryRunView(
                dryRun.id(),
                dryRun.mappingId(),
                dryRun.mappingRevision(),
                dryRun.publishedVersion(),
                dryRun.state().wireName(),
                dryRun.rowLimit(),
                dryRun.whole(),
                dryRun.expected(),
                CountsView.of(dryRun.counts()),
                dryRun.apiCalls(),
                dryRun.fullRunCalls(),
                dryRun.askedBy(),
                dryRun.askedAt(),
                dryRun.finishedAt(),
                dryRun.askedAt().plus(DryRun.KEPT),
                error(dryRun));
    }

    private static @Nullable ErrorView error(DryRun dryRun) {
        String code = dryRun.errorCode();
        Wording why = dryRun.error();
        return code == null || why == null ? null : new ErrorView(code, why.ja(), why.en());
    }
}
