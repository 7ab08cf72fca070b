package dev.minori.sync.run;

import dev.minori.kit.problem.Wording;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of one mapping.
 *
 * @param mappingVersion pinned when the run was requested
 * @param firstLoad whether it is the mapping's first load, which is silent
 * @param resumeAt where reading goes on
 * @param errorCode stable word of what went wrong, null if nothing did
 * @param decision how thoroughly it works; null until it begins
 * @param removalsConfirmed whether somebody confirmed that missing records are to be removed, however many
 * @param heldRemovals missing records that were not removed because there were suspiciously many
 * @param expected records that the source announced when a full read began; null before, and for other runs
 * @param released rows of other mappings that had waited for customers of this run and became facts in it
 * @param kept how many records the mapping had when everything had been compared; null for runs that do not compare
 * @param certainUntil what the source vouched for when the run began, null if it was not asked or does not
 */
public record SyncRun(
        UUID id,
        UUID connectionId,
        UUID mappingId,
        int mappingVersion,
        String objectName,
        RunKind kind,
        RunState state,
        boolean firstLoad,
        RunPhase phase,
        @Nullable String resumeAt,
        RunCounts counts,
        long apiCalls,
        @Nullable Instant watermarkBefore,
        @Nullable Instant watermarkAfter,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String errorCode,
        @Nullable Wording error,
        @Nullable RunDecision decision,
        boolean removalsConfirmed,
        long heldRemovals,
        @Nullable Long expected,
        long released,
        @Nullable Long kept,
        @Nullable Instant certainUntil) {}
