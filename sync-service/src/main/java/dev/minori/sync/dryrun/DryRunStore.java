package dev.minori.sync.dryrun;

import dev.minori.kit.problem.Wording;
import dev.minori.sync.source.ReadEstimate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps dry runs and, for a week, what they found. Needs a transaction. */
public interface DryRunStore {
    /** Waits until nobody else asks for a dry run of the mapping and keeps others out to the end of the transaction. */
    void lock(UUID mappingId);

    void create(DryRun dryRun);

    Optional<DryRun> find(UUID id);

    /** Those before an id, newest first. */
    List<DryRun> list(UUID mappingId, Instant askedAfter, @Nullable UUID before, int limit);

    /** Forgets dry runs that were asked for before then. */
    void forget(Instant askedBefore);

    void noteEstimate(UUID id, ReadEstimate estimate);

    /** Adds rows that would differ, counts all, and says that the dry run lives. */
    void add(DryRun dryRun, List<DryRunRow> rows, DryRunCounts counts, long calls, Instant aliveUntil);

    void succeed(UUID id, boolean whole, long calls, Instant now);

    void fail(UUID id, String code, Wording why, long calls, Instant now);

    /** Rows behind the given place, all or those of one outcome. */
    List<DryRunRow.Numbered> rows(DryRun dryRun, @Nullable Outcome outcome, long after, int limit);
}
