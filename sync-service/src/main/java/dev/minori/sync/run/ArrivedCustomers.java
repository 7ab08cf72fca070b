package dev.minori.sync.run;

import dev.minori.events.Origin;
import dev.minori.events.fact.Dataset;
import dev.minori.sync.mapping.CustomerLink;
import dev.minori.sync.mapping.MappingService;
import dev.minori.sync.mapping.TableMapping;
import dev.minori.sync.platform.Transactions;
import dev.minori.sync.quarantine.QuarantineStore;
import dev.minori.sync.source.SourceException;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** After customers were read: rows that waited for one of them are tried again. */
@ApplicationScoped
class ArrivedCustomers {
    private static final int CHUNK = 500;

    private final MappingService mappings;
    private final QuarantineStore quarantine;
    private final RunPreparer preparer;
    private final ChunkLander lander;
    private final RunStore runs;
    private final Transactions transactions;

    ArrivedCustomers(
            MappingService mappings,
            QuarantineStore quarantine,
            RunPreparer preparer,
            ChunkLander lander,
            RunStore runs,
            Transactions transactions) {
        this.mappings = mappings;
        this.quarantine = quarantine;
        this.preparer = preparer;
        this.lander = lander;
        this.runs = runs;
        this.transactions = transactions;
    }

    void retry(SyncRun run, RunTicket ticket) {
        if (mappings.get(run.mappingId()).dataset() != Dataset.CUSTOMER) {
            return;
        }
        for (TableMapping child : mappings.listPublished(null)) {
            if (child.dataset() != Dataset.CUSTOMER) {
                try {
                    retry(child, run, ticket);
                } catch (SourceException failed) {
                    // The child's own source may be away; its next run or the next customer run tries again.
                    Log.warnf("waiting rows of mapping %s stay: %s", child.id(), failed.getMessage());
                }
            }
        }
    }

    private void retry(TableMapping child, SyncRun run, RunTicket ticket) {
        List<String> waiting = transactions.call(() -> arrived(child, run));
        if (waiting.isEmpty()) {
            return;
        }
        Origin origin = run.firstLoad() ? Origin.BACKFILL : Origin.LIVE;
        RunScope scope = preparer.scopeOf(child.id(), ticket, run.kind(), origin);
        while (!waiting.isEmpty()) {
            List<String> recordIds = waiting;
            int accepted = transactions.call(() -> {
                int released = lander.retry(scope, recordIds);
                runs.noteReleased(run.id(), released);
                return released;
            });
            // Rows that are rejected once more for another reason do not come back here; those that still wait do.
            waiting = accepted == 0 ? List.of() : transactions.call(() -> arrived(child, run));
        }
    }

    private List<String> arrived(TableMapping child, SyncRun run) {
        return switch (child.draft().customerLink()) {
            case CustomerLink.Self() -> List.of();
            case CustomerLink.SourceRecord(String _, String object) ->
                child.connectionId().equals(run.connectionId()) && object.equals(run.objectName())
                        ? quarantine.findArrived(child.id(), run.connectionId(), object, CHUNK)
                        : List.of();
            case CustomerLink.CustomerCode(String _) -> quarantine.findArrivedByCode(child.id(), CHUNK);
        };
    }
}
