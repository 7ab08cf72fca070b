package dev.minori.sync.run;

import dev.minori.sync.raw.RawKey;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.SourceClient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Compares what a mapping has with what its source has. */
public interface SourceComparison {
    /**
     * Finds what differs, has it repaired and writes down what was found. Outside of any transaction.
     *
     * @param covered up to where the mapping read the source before: what changed later is no gap
     */
    void compare(
            SyncRun run, RawKey key, ReadPlan plan, SourceClient client, @Nullable Instant covered, Repairs repairs);

    /** Writes down what a full read found, if the source told how many records it has. Outside of any transaction. */
    void noteFullRead(SyncRun run);
}
