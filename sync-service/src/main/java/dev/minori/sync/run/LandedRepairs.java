package dev.minori.sync.run;

import dev.minori.sync.source.RecordChunk;
import dev.minori.sync.source.ResumePoint;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SpentCalls;
import java.util.List;
import java.util.function.LongConsumer;

/** Repairs in the way of chunks that a run reads: with history, facts, quarantine and counts. */
final class LandedRepairs implements Repairs {
    private static final ResumePoint START = new ResumePoint("");

    private final RunScope scope;
    private final ChunkLander lander;

    LandedRepairs(RunScope scope, ChunkLander lander) {
        this.scope = scope;
        this.lander = lander;
    }

    @Override
    public void land(List<SourceRecord> records) {
        counting(calls -> lander.land(scope, new RecordChunk(records, START), calls));
    }

    @Override
    public void remove(List<String> recordIds) {
        counting(calls -> lander.remove(scope, recordIds, calls));
    }

    @Override
    public void meet(List<String> recordIds) {
        counting(calls -> lander.see(scope, RunPhase.READ, recordIds, calls));
    }

    @Override
    public boolean mayRemove(long known, long missing) {
        return lander.mayRemove(scope, known, missing);
    }

    private static void counting(LongConsumer step) {
        SpentCalls spent = SpentCalls.current();
        long calls = spent.unwritten();
        step.accept(calls);
        spent.wrote(calls);
    }
}
