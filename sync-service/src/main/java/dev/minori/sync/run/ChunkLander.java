package dev.minori.sync.run;

import dev.minori.sync.raw.RawRow;
import dev.minori.sync.raw.RawStore;
import dev.minori.sync.source.RecordChunk;
import dev.minori.sync.source.SourceRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Stores a chunk and tells what it means, all in one transaction: raw rows and their history, customer identity, facts
 * in the outbox, quarantine, counts and the place where reading goes on.
 */
@ApplicationScoped
class ChunkLander {
    private final RawStore raw;
    private final MappingRecords records;
    private final RunStore runs;
    private final RunQueue queue;
    private final ErasureWall wall;
    private final SharedFields shared;
    private final FactTeller teller;
    private final Clock clock;

    ChunkLander(
            RawStore raw,
            MappingRecords records,
            RunStore runs,
            RunQueue queue,
            ErasureWall wall,
            SharedFields shared,
            FactTeller teller,
            Clock clock) {
        this.raw = raw;
        this.records = records;
        this.runs = runs;
        this.queue = queue;
        this.wall = wall;
        this.shared = shared;
        this.teller = teller;
        this.clock = clock;
    }

    /** Stores a chunk of the source. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public RunCounts land(RunScope scope, RecordChunk chunk, long moreCalls) {
        keep(scope.ticket());
        RunCounts counts = RunCounts.NONE;
        if (!chunk.records().isEmpty()) {
            queue.noteProgress(scope.ticket());
            raw.lock(scope.raw());
            List<RawRow> rows =
                    raw.land(scope.raw(), shared.complete(scope, wall.allowed(scope.raw(), chunk.records())));
            if (scope.countsSeen()) {
                records.markSeen(
                        scope.runId(),
                        chunk.records().stream().map(SourceRecord::id).toList());
            }
            long leftOut = (long) chunk.records().size() - rows.size();
            counts = teller.tell(scope, rows).plus(new RunCounts(leftOut, 0, 0, leftOut, 0, 0));
        }
        runs.checkpoint(scope.runId(), RunPhase.READ, chunk.resume().position(), counts, moreCalls);
        return counts;
    }

    /** Notes how many records the source says there are; what was noted first stays, because a resumed read tells less. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void noteExpected(RunScope scope, long expected) {
        runs.noteExpected(scope.runId(), expected);
    }

    /** Tells again what the mapping has of the kept rows; the checkpoint is the last row's id. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public @Nullable String retell(RunScope scope, String afterId, int limit) {
        keep(scope.ticket());
        raw.lock(scope.raw());
        List<String> recordIds = records.scan(scope.mappingId(), afterId, limit);
        if (recordIds.isEmpty()) {
            return null;
        }
        queue.noteProgress(scope.ticket());
        String last = recordIds.getLast();
        RunCounts counts = teller.tell(scope, raw.load(scope.raw(), recordIds));
        runs.checkpoint(scope.runId(), RunPhase.READ, last, counts, 0);
        return last;
    }

    /**
     * Tells what the mapping makes of all kept rows, for a source that sends its records by itself. The first lock waits for
     * what is just being taken in without the mapping; what comes later is told by whoever takes it in. The checkpoint is
     * the last row's id.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public @Nullable String takeKept(RunScope scope, UnaryOperator<SourceRecord> reread, String afterId, int limit) {
        keep(scope.ticket());
        raw.lock(scope.raw());
        List<RawRow> kept = raw.scan(scope.raw(), afterId, limit);
        if (kept.isEmpty()) {
            return null;
        }
        queue.noteProgress(scope.ticket());
        String last = kept.getLast().record().id();
        List<SourceRecord> records = kept.stream()
                .filter(row -> !row.deleted() && !row.erased())
                .map(row -> reread.apply(row.record()).without(scope.document().excludedFields()))
                .toList();
        RunCounts counts = teller.tell(scope, raw.land(scope.raw(), shared.complete(scope, records)));
        runs.checkpoint(scope.runId(), RunPhase.READ, last, counts, 0);
        return last;
    }

    /** Ends the step: what comes next begins here, whoever does it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void advance(RunScope scope, RunPhase next, @Nullable Instant covered) {
        keep(scope.ticket());
        runs.advance(scope.runId(), next, covered);
    }

    /** Notes ids met by a scan. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void see(RunScope scope, RunPhase phase, List<String> recordIds, long moreCalls) {
        keep(scope.ticket());
        records.markSeen(scope.runId(), recordIds);
        runs.checkpoint(scope.runId(), phase, null, RunCounts.NONE, moreCalls);
    }

    /** Forgets what an earlier attempt of the run met. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void beginComparison(RunScope scope) {
        keep(scope.ticket());
        records.clearSeen(scope.runId());
    }

    /** Removes these records, as {@link #removeUnseen} does. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void remove(RunScope scope, List<String> recordIds, long moreCalls) {
        keep(scope.ticket());
        raw.lock(scope.raw());
        runs.checkpoint(scope.runId(), RunPhase.READ, null, leave(scope, recordIds), moreCalls);
    }

    /** Whether so many may be removed without a question; if not, that is noted at the run. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean mayRemove(RunScope scope, long known, long missing) {
        keep(scope.ticket());
        if (RemovalGuard.isSuspicious(known, missing)) {
            runs.holdRemovals(scope.runId(), missing, RemovalGuard.wording(known, missing));
            return false;
        }
        return true;
    }

    /**
     * Holds back what is missing if it is suspiciously much: then it is noted at the run, and what the run met is
     * forgotten.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean holdsRemovals(RunScope scope) {
        keep(scope.ticket());
        long known = records.count(scope.mappingId());
        long missing = records.countUnseen(scope.mappingId(), scope.runId());
        if (!RemovalGuard.isSuspicious(known, missing)) {
            return false;
        }
        runs.holdRemovals(scope.runId(), missing, RemovalGuard.wording(known, missing));
        records.clearSeen(scope.runId());
        return true;
    }

    /**
     * Removes some of the records that the mapping no longer meets; gives where to go on, null when none is left. A kept
     * row that another mapping of the object still has is the source's yet: that mapping decides for itself.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public @Nullable String removeUnseen(RunScope scope, String afterId, int limit) {
        keep(scope.ticket());
        raw.lock(scope.raw());
        List<String> unseen = records.findUnseen(scope.mappingId(), scope.runId(), afterId, limit);
        if (unseen.isEmpty()) {
            records.clearSeen(scope.runId());
            return null;
        }
        runs.checkpoint(scope.runId(), RunPhase.REMOVE, null, leave(scope, unseen), 0);
        return unseen.getLast();
    }

    private RunCounts leave(RunScope scope, List<String> recordIds) {
        Set<String> others = records.findHadByOthers(scope.mappingId(), scope.raw(), recordIds);
        raw.markDeleted(
                scope.raw(),
                recordIds.stream().filter(id -> !others.contains(id)).toList());
        return teller.tellGone(scope, raw.load(scope.raw(), recordIds));
    }

    /**
     * Tries rows again that were rejected; gives how many are facts now. Who is rejected once more keeps its entry. Joins
     * the caller's transaction.
     */
    @Transactional
    public int retry(RunScope scope, List<String> recordIds) {
        raw.lock(scope.raw());
        RunCounts counts = teller.tellAgain(scope, raw.load(scope.raw(), recordIds));
        return (int) (counts.read() - counts.rejected());
    }

    private void keep(RunTicket ticket) {
        if (!queue.keep(ticket, clock.instant().plus(RunQueue.LEASE))) {
            throw new LeaseLostException(ticket);
        }
    }
}
