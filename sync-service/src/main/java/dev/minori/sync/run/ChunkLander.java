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
import org.jspecify.annotations.Nullable;

/**
 * Stores a chunk and tells what it means, all in one transaction: raw rows and their history, customer identity, facts
 * in the outbox, quarantine, counts and the place where reading goes on.
 */
@ApplicationScoped
class ChunkLander {
    private final RawStore raw;
    private final RunStore runs;
    private final RunQueue queue;
    private final ErasureWall wall;
    private final FactTeller teller;
    private final Clock clock;

    ChunkLander(RawStore raw, RunStore runs, RunQueue queue, ErasureWall wall, FactTeller teller, Clock clock) {
        this.raw = raw;
        this.runs = runs;
        this.queue = queue;
        this.wall = wall;
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
            List<RawRow> rows = raw.land(scope.raw(), wall.allowed(scope.raw(), chunk.records()));
            if (scope.countsSeen()) {
                raw.markSeen(
                        scope.runId(),
                        chunk.records().stream().map(SourceRecord::id).toList());
            }
            long leftOut = (long) chunk.records().size() - rows.size();
            counts = teller.tell(scope, rows).plus(new RunCounts(leftOut, 0, 0, leftOut, 0, 0));
        }
        runs.checkpoint(scope.runId(), RunPhase.READ, chunk.resume().position(), counts, moreCalls);
        return counts;
    }

    /** Tells rows again that are kept; the checkpoint is the last row's id. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public @Nullable String retell(RunScope scope, String afterId, int limit) {
        keep(scope.ticket());
        raw.lock(scope.raw());
        List<RawRow> rows = raw.scan(scope.raw(), afterId, limit);
        if (rows.isEmpty()) {
            return null;
        }
        queue.noteProgress(scope.ticket());
        String last = rows.getLast().record().id();
        runs.checkpoint(scope.runId(), RunPhase.READ, last, teller.tell(scope, rows), 0);
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
    public void see(RunScope scope, RecordChunk chunk, long moreCalls) {
        keep(scope.ticket());
        raw.markSeen(
                scope.runId(), chunk.records().stream().map(SourceRecord::id).toList());
        runs.checkpoint(scope.runId(), RunPhase.REMOVE, null, RunCounts.NONE, moreCalls);
    }

    /**
     * Holds back what is missing if it is suspiciously much: then it is noted at the run, and what the run met is
     * forgotten.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean holdsRemovals(RunScope scope) {
        keep(scope.ticket());
        long known = raw.countPresent(scope.raw());
        long missing = Math.max(0, known - raw.countSeen(scope.runId()));
        if (!RemovalGuard.isSuspicious(known, missing)) {
            return false;
        }
        runs.holdRemovals(scope.runId(), missing, RemovalGuard.wording(known, missing));
        raw.clearSeen(scope.runId());
        return true;
    }

    /** Removes some of the rows that the source no longer has; false when none is left. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean removeUnseen(RunScope scope, int limit) {
        keep(scope.ticket());
        raw.lock(scope.raw());
        List<RawRow> gone = raw.removeUnseen(scope.raw(), scope.runId(), limit);
        runs.checkpoint(scope.runId(), RunPhase.REMOVE, null, teller.tell(scope, gone), 0);
        if (gone.isEmpty()) {
            raw.clearSeen(scope.runId());
        }
        return !gone.isEmpty();
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
