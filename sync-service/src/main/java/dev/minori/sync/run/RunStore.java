package dev.minori.sync.run;

import dev.minori.kit.problem.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps runs and how far each mapping is. Needs a transaction. */
public interface RunStore {
    /** Why a run waits whose connection has no calls left of its budget. */
    String BUDGET_SPENT = "budget-spent";

    void create(SyncRun run);

    Optional<SyncRun> find(UUID id);

    /** Newest first, beginning behind the given one. */
    List<SyncRun> list(RunFilter filter, @Nullable UUID before, int limit);

    /** A run of that kind and version that has not ended; one that re-maps must not have begun. */
    Optional<SyncRun> findOpen(UUID mappingId, int mappingVersion, RunKind kind, boolean removalsConfirmed);

    void markRunning(UUID id, Instant startedAt);

    /** Adds what was done since the last checkpoint. */
    void checkpoint(UUID id, RunPhase phase, @Nullable String resumeAt, RunCounts more, long moreCalls);

    /** Adds calls to the source that were made since the last checkpoint. */
    void noteCalls(UUID id, long moreCalls);

    /** Adds rows of other mappings that the run let out of quarantine. */
    void noteReleased(UUID id, long more);

    /** Ends a step and begins the next from its start; what is covered stays if nothing new is given. */
    void advance(UUID id, RunPhase next, @Nullable Instant covered);

    /** Writes down what the run decided at its beginning. */
    void noteDecision(UUID id, RunDecision decision);

    /** Writes down how many records are expected, unless that is known already. */
    void noteExpected(UUID id, long expected);

    /** Writes down how many records source and mapping had when they were compared. */
    void noteMatch(UUID id, long expected, long kept);

    /** Writes down what the source vouches for. */
    void noteCertain(UUID id, Instant certainUntil);

    /** Writes down that removals are held back, and why. */
    void holdRemovals(UUID id, long held, Wording why);

    /** Puts the run back to waiting and says why. */
    void markWaiting(UUID id, String errorCode, Wording error);

    /** Begins the run again: forgets where reading stood and what it counted. */
    void restart(UUID id);

    void markSucceeded(UUID id, Instant finishedAt, @Nullable Instant watermarkAfter);

    void markFailed(UUID id, Instant finishedAt, String errorCode, Wording error);

    MappingProgress progress(UUID mappingId);

    void saveProgress(UUID mappingId, MappingProgress progress);
}
