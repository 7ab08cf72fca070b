package dev.minori.sync.dryrun;

import dev.minori.kit.problem.Wording;
import dev.minori.sync.mapping.MappingDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One trial of a draft on live data.
 *
 * @param mappingRevision which change of the mapping was tried: a mapping of another one has another draft
 * @param publishedVersion the version it is compared with, null if none is published
 * @param rowLimit how many records are read at most
 * @param whole whether the source has no more records than were read
 * @param expected how many records the source has of the mapping, null if it does not tell
 * @param fullRunCalls the calls a run over all of them takes at least, null if the source does not tell
 * @param aliveUntil a dry run that is not done by then was broken off
 */
public record DryRun(
        UUID id,
        UUID mappingId,
        long mappingRevision,
        @Nullable Integer publishedVersion,
        MappingDocument document,
        DryRunState state,
        int rowLimit,
        boolean whole,
        @Nullable Long expected,
        @Nullable Long fullRunCalls,
        DryRunCounts counts,
        long apiCalls,
        String askedBy,
        Instant askedAt,
        Instant aliveUntil,
        @Nullable Instant finishedAt,
        @Nullable String errorCode,
        @Nullable Wording error) {
    /** How long a dry run and its rows can be looked at. */
    public static final Duration KEPT = Duration.ofDays(7);

    static final Duration LEASE = Duration.ofMinutes(10);

    private static final Wording BROKEN_OFF = new Wording(
            "サービスの再起動などで中断しました。もう一度実行してください。", "It was broken off, by a restart perhaps. Ask for it again.");

    /** As it stands at that moment: one whose process is gone has failed. */
    DryRun at(Instant now) {
        return state == DryRunState.RUNNING && aliveUntil.isBefore(now) ? failed("broken-off", BROKEN_OFF) : this;
    }

    private DryRun failed(String code, Wording why) {
        return new DryRun(
                id,
                mappingId,
                mappingRevision,
                publishedVersion,
                document,
                DryRunState.FAILED,
                rowLimit,
                whole,
                expected,
                fullRunCalls,
                counts,
                apiCalls,
                askedBy,
                askedAt,
                aliveUntil,
                aliveUntil,
                code,
                why);
    }
}
