package dev.minori.sync.dryrun;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.id.Ids;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.mapping.MappingService;
import dev.minori.sync.mapping.TableMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks for dry runs and tells what came of them. */
@ApplicationScoped
public class DryRunService {
    /** More records are not worth the calls: a sample tells what a mapping does. */
    public static final int MOST_ROWS = 20_000;

    public static final int DEFAULT_ROWS = 1_000;

    /** One that is being tried is among the newest. */
    private static final int LOOKED_AT = 50;

    private final DryRunStore store;
    private final MappingService mappings;
    private final Event<DryRunAsked> asked;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    DryRunService(
            DryRunStore store, MappingService mappings, Event<DryRunAsked> asked, Audit audit, Ids ids, Clock clock) {
        this.store = store;
        this.mappings = mappings;
        this.asked = asked;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Tries the mapping's draft; one of the same draft that is being tried already is given instead. */
    @Transactional
    public DryRun ask(UUID mappingId, int rowLimit, String by) {
        store.lock(mappingId);
        TableMapping mapping = mappings.get(mappingId);
        Instant now = clock.instant();
        store.forget(now.minus(DryRun.KEPT));
        Optional<DryRun> running = list(mappingId, null, LOOKED_AT).stream()
                .filter(known -> known.state() == DryRunState.RUNNING
                        && known.mappingRevision() == mapping.version()
                        && known.rowLimit() == rowLimit)
                .findFirst();
        if (running.isPresent()) {
            return running.get();
        }
        DryRun dryRun = new DryRun(
                ids.next(),
                mappingId,
                mapping.version(),
                mapping.publishedVersion(),
                mapping.draft(),
                DryRunState.RUNNING,
                rowLimit,
                false,
                null,
                null,
                new DryRunCounts(0, 0, 0, 0, 0, 0, 0),
                0,
                by,
                now,
                now.plus(DryRun.LEASE),
                null,
                null,
                null);
        store.create(dryRun);
        audit.record(
                "dry-run-requested",
                "mapping",
                mappingId.toString(),
                Map.of("dryRunId", dryRun.id().toString(), "rowLimit", String.valueOf(rowLimit)));
        asked.fire(new DryRunAsked(WorkspaceContext.current(), dryRun.id()));
        return dryRun;
    }

    @Transactional
    public DryRun get(UUID mappingId, UUID id) {
        Instant now = clock.instant();
        return store.find(id)
                .filter(dryRun -> dryRun.mappingId().equals(mappingId))
                .filter(dryRun -> dryRun.askedAt().isAfter(now.minus(DryRun.KEPT)))
                .map(dryRun -> dryRun.at(now))
                .orElseThrow(() ->
                        ProblemException.notFound(new Wording("事前確認が見つかりません: " + id, "There is no dry run " + id)));
    }

    /** Those of a mapping before an id, newest first. */
    @Transactional
    public List<DryRun> list(UUID mappingId, @Nullable UUID before, int limit) {
        mappings.get(mappingId);
        Instant now = clock.instant();
        return store.list(mappingId, now.minus(DryRun.KEPT), before, limit).stream()
                .map(dryRun -> dryRun.at(now))
                .toList();
    }

    /** Rows behind the given place, all or those of one outcome; unchanged ones are only counted. */
    @Transactional
    public List<DryRunRow.Numbered> rows(UUID mappingId, UUID id, @Nullable Outcome outcome, long after, int limit) {
        return store.rows(get(mappingId, id), outcome, after, limit);
    }
}
