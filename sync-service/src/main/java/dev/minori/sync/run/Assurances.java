package dev.minori.sync.run;

import dev.minori.sync.platform.Transactions;
import dev.minori.sync.run.RunPreparer.Prepared;
import dev.minori.sync.source.Assurance;
import dev.minori.sync.source.SourceRecord;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the source now and then what it vouches for, before reading: what is read afterwards, from where it vouched for
 * before, leaves no gap up to where it vouches for now.
 */
@ApplicationScoped
class Assurances {
    private final RunStore runs;
    private final MappingRecords records;
    private final ChunkLander lander;
    private final Transactions transactions;

    Assurances(RunStore runs, MappingRecords records, ChunkLander lander, Transactions transactions) {
        this.runs = runs;
        this.records = records;
        this.lander = lander;
        this.transactions = transactions;
    }

    /** Asks if it is time to; tells whether the run that begins or goes on has been vouched for. */
    boolean ask(Prepared prepared, MappingProgress progress) {
        SyncRun run = prepared.run();
        if (run.certainUntil() != null) {
            return true;
        }
        boolean begun = run.resumeAt() != null && !run.resumeAt().isEmpty();
        boolean reads = run.kind() == RunKind.FULL || prepared.decision().asksForAssurance(progress);
        if (begun || !reads) {
            return false;
        }
        Optional<Assurance> assurance = prepared.client()
                .assure(run.objectName(), run.kind() == RunKind.FULL ? null : deletionsSince(progress));
        assurance.ifPresent(given -> heed(prepared, progress, given));
        return assurance.isPresent();
    }

    private static @Nullable Instant deletionsSince(MappingProgress progress) {
        return progress.certainUntil() == null ? progress.watermark() : progress.certainUntil();
    }

    private void heed(Prepared prepared, MappingProgress progress, Assurance assurance) {
        SyncRun run = prepared.run();
        removeDeleted(prepared, assurance.deletedIds());
        transactions.run(() -> {
            runs.noteCertain(run.id(), assurance.certainUntil());
            if (!assurance.logComplete()) {
                Log.warnf(
                        "the source no longer knows all deletions of %s: everything is compared soon",
                        run.objectName());
                runs.saveProgress(run.mappingId(), progress.reconciled(null));
            }
        });
    }

    /** Most deletions are told with the changes. One that is still had may also have been undeleted since. */
    private void removeDeleted(Prepared prepared, List<String> deletedIds) {
        Set<String> had = deletedIds.isEmpty()
                ? Set.of()
                : transactions.call(() -> records.findHad(prepared.run().mappingId(), deletedIds));
        if (had.isEmpty()) {
            return;
        }
        LandedRepairs repairs = new LandedRepairs(prepared.scope(), lander);
        List<SourceRecord> there = prepared.client().readByIds(prepared.plan(), List.copyOf(had));
        if (!there.isEmpty()) {
            repairs.land(there);
        }
        Set<String> gone = new java.util.HashSet<>(had);
        there.forEach(record -> gone.remove(record.id()));
        if (!gone.isEmpty()) {
            repairs.remove(List.copyOf(gone));
        }
    }
}
