package dev.minori.sync.run;

import dev.minori.events.fact.Dataset;
import dev.minori.kit.audit.Audit;
import dev.minori.kit.id.Ids;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.budget.BudgetChanged;
import dev.minori.sync.connection.OwnerLinks;
import dev.minori.sync.erasure.RowsRedacted;
import dev.minori.sync.mapping.MappingPublished;
import dev.minori.sync.mapping.MappingService;
import dev.minori.sync.mapping.TableMapping;
import dev.minori.sync.workspace.DirectoryService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests runs: by hand, by schedule, and when a mapping or an owner changed. */
@ApplicationScoped
public class RunService {
    private final RunStore runs;
    private final RunQueue queue;
    private final MappingService mappings;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    RunService(RunStore runs, RunQueue queue, MappingService mappings, Audit audit, Ids ids, Clock clock) {
        this.runs = runs;
        this.queue = queue;
        this.mappings = mappings;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public SyncRun get(UUID id) {
        return runs.find(id)
                .orElseThrow(
                        () -> ProblemException.notFound(new Wording("連携履歴が見つかりません: " + id, "There is no run " + id)));
    }

    @Transactional
    public List<SyncRun> list(RunFilter filter, @Nullable UUID before, int limit) {
        return runs.list(filter, before, limit);
    }

    @Transactional
    public MappingProgress progress(UUID mappingId) {
        return runs.progress(mappingId);
    }

    /**
     * Requests a run of one mapping; one that waits or reads already is given instead.
     *
     * @param confirmRemovals missing records are removed however many they are
     */
    @Transactional
    public SyncRun request(UUID mappingId, RunKind kind, boolean confirmRemovals) {
        return requestByHand(published(mappings.get(mappingId)), kind, confirmRemovals);
    }

    /** Requests a run of every published mapping of a connection. */
    @Transactional
    public List<SyncRun> requestAll(UUID connectionId, RunKind kind, boolean confirmRemovals) {
        return mappings.listPublished(connectionId).stream()
                .map(mapping -> requestByHand(mapping, kind, confirmRemovals))
                .toList();
    }

    /** Requests the run that a schedule asks for, unless one waits or runs already. */
    @Transactional
    public void requestDue(UUID mappingId) {
        TableMapping mapping = mappings.get(mappingId);
        if (mapping.publishedVersion() != null && !queue.hasRun(mappingId)) {
            request(mapping, RunKind.INCREMENTAL);
            if (RunDecision.isReconciliationDue(runs.progress(mappingId), clock.instant())) {
                request(mapping, RunKind.RECONCILIATION);
            }
        }
    }

    private SyncRun requestByHand(TableMapping mapping, RunKind kind, boolean confirmRemovals) {
        SyncRun run = request(mapping, kind, confirmRemovals);
        audit.record(
                "sync-run-requested",
                "sync-run",
                run.id().toString(),
                Map.of(
                        "mappingId",
                        mapping.id().toString(),
                        "kind",
                        kind.wireName(),
                        "confirmRemovals",
                        String.valueOf(confirmRemovals)));
        return run;
    }

    private SyncRun request(TableMapping mapping, RunKind kind) {
        return request(mapping, kind, false);
    }

    private SyncRun request(TableMapping mapping, RunKind wanted, boolean removalsConfirmed) {
        Integer version = mapping.publishedVersion();
        if (version == null) {
            throw new IllegalStateException("mapping " + mapping.id() + " is not published");
        }
        MappingProgress progress = runs.progress(mapping.id());
        boolean first = !progress.firstLoadDone();
        boolean needsAll = wanted == RunKind.INCREMENTAL || wanted == RunKind.RECONCILIATION;
        RunKind kind = needsAll && first ? RunKind.FULL : wanted;
        Optional<SyncRun> waiting = runs.findOpen(mapping.id(), version, kind, removalsConfirmed);
        if (waiting.isPresent()) {
            return waiting.get();
        }
        SyncRun run = new SyncRun(
                ids.next(),
                mapping.connectionId(),
                mapping.id(),
                version,
                mapping.objectName(),
                kind,
                RunState.WAITING,
                first,
                RunPhase.READ,
                null,
                RunCounts.NONE,
                0,
                progress.watermark(),
                null,
                clock.instant(),
                null,
                null,
                null,
                null,
                null,
                removalsConfirmed,
                0,
                null,
                0,
                null,
                null);
        runs.create(run);
        queue.add(entry(mapping), run.id(), kind != RunKind.INCREMENTAL, clock.instant());
        return run;
    }

    /** A published version runs at once: reads the source if it needs other rows, else maps the kept rows anew. */
    void on(@Observes MappingPublished published) {
        TableMapping mapping = published.mapping();
        queue.schedule(entry(mapping), published.version().document().schedule());
        if (published.version().version() > 1) {
            // Whoever publishes another filter wants the rows gone that no longer meet it.
            request(mapping, published.rereads() ? RunKind.FULL : RunKind.REMAP, published.rereads());
        }
    }

    /** Rows that lost fields are mapped anew, so that the others learn what is left. */
    void on(@Observes RowsRedacted redacted) {
        mappings.listPublished(redacted.key().connectionId()).stream()
                .filter(mapping -> mapping.objectName().equals(redacted.key().objectName()))
                .forEach(mapping -> request(mapping, RunKind.REMAP));
    }

    void on(@Observes OwnerLinks.OwnersChanged changed) {
        remapCustomers(changed.connectionId());
    }

    void on(@Observes DirectoryService.MembersChanged changed) {
        remapCustomers(null);
    }

    void on(@Observes BudgetChanged changed) {
        queue.recall(changed.connectionId(), clock.instant());
    }

    /** Owners are resolved when a record is mapped: who is linked otherwise now is told anew. */
    private void remapCustomers(@Nullable UUID connectionId) {
        mappings.listPublished(connectionId).stream()
                .filter(mapping -> mapping.dataset() == Dataset.CUSTOMER)
                .filter(mapping -> runs.progress(mapping.id()).firstLoadDone())
                .forEach(mapping -> request(mapping, RunKind.REMAP));
    }

    private static RunQueue.Entry entry(TableMapping mapping) {
        int rank = mapping.dataset() == Dataset.CUSTOMER ? 0 : 1;
        return new RunQueue.Entry(mapping.id(), mapping.connectionId(), mapping.objectName(), rank);
    }

    private static TableMapping published(TableMapping mapping) {
        if (mapping.publishedVersion() == null) {
            throw new ProblemException(
                    KitProblem.CONFLICT, new Wording("先にテーブルマッピングを公開してください。", "Publish the mapping first."));
        }
        return mapping;
    }
}
