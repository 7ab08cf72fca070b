package dev.minori.sync.run.rest;

import dev.minori.sync.run.SyncRun;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as JSON. {@code read} is always the sum of added, changed, unchanged, removed and rejected.
 *
 * @param expected records that the source has, as it announced when it was read whole, or when everything was compared;
 *     null where it told nothing
 * @param kept records that the mapping has of them, told or in quarantine; null for runs that do not compare
 * @param difference expected less kept; {@code GET /reconciliations/{id}} says why it is not 0
 * @param watermarkAfter up to where the source is covered
 * @param durationSeconds so far, or in all when it has ended
 * @param apiCalls calls that this run spent at the source, for signing in and describing as well as for reading
 * @param heldRemovals records that are missing at the source and were kept, because they were suspiciously many
 * @param released rows of other mappings that had waited in quarantine for customers of this run and became facts in it
 * @param error what went wrong, while waiting what for; {@code removals-held} also on a run that succeeded
 */
public record RunView(
        UUID id,
        UUID mappingId,
        int mappingVersion,
        UUID connectionId,
        String object,
        String kind,
        String state,
        boolean firstLoad,
        CountsView counts,
        @Nullable Long expected,
        @Nullable Long kept,
        @Nullable Long difference,
        @Nullable Instant watermarkBefore,
        @Nullable Instant watermarkAfter,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Double durationSeconds,
        long apiCalls,
        long heldRemovals,
        long released,
        @Nullable ErrorView error) {

    public record CountsView(long read, long added, long changed, long unchanged, long removed, long rejected) {}

    /** @param code stable word, for example {@code source-limit-reached} */
    public record ErrorView(String code, String ja, String en) {}

    static RunView of(SyncRun run, Instant now) {
        return new RunView(
                run.id(),
                run.mappingId(),
                run.mappingVersion(),
                run.connectionId(),
                run.objectName(),
                run.kind().wireName(),
                run.state().wireName(),
                run.firstLoad(),
                new CountsView(
                        run.counts().read(),
                        run.counts().added(),
                        run.counts().changed(),
                        run.counts().unchanged(),
                        run.counts().removed(),
                        run.counts().rejected()),
                run.expected(),
                run.kept(),
                run.expected() == null || run.kept() == null ? null : run.expected() - run.kept(),
                run.watermarkBefore(),
                run.watermarkAfter(),
                run.requestedAt(),
                run.startedAt(),
                run.finishedAt(),
                duration(run, now),
                run.apiCalls(),
                run.heldRemovals(),
                run.released(),
                error(run));
    }

    private static @Nullable Double duration(SyncRun run, Instant now) {
        Instant started = run.startedAt();
        if (started == null) {
            return null;
        }
        Instant until = run.finishedAt() == null ? now : run.finishedAt();
        return Duration.between(started, until).toMillis() / 1000.0;
    }

    private static @Nullable ErrorView error(SyncRun run) {
        return run.errorCode() == null || run.error() == null
                ? null
                : new ErrorView(run.errorCode(), run.error().ja(), run.error().en());
    }
}
