package dev.minori.sync.run;

import dev.minori.events.Origin;
import dev.minori.kit.id.Ids;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.mapping.MappingService;
import dev.minori.sync.mapping.TableMapping;
import dev.minori.sync.quarantine.QuarantineEntry;
import dev.minori.sync.quarantine.QuarantineStore;
import dev.minori.sync.raw.RawKey;
import dev.minori.sync.raw.RawRow;
import dev.minori.sync.raw.RawStore;
import dev.minori.sync.source.SourceRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes in records that a source sends by itself, the way a run takes in what it reads: raw rows with their history, then
 * facts or a place in quarantine for every published mapping of the object, all in one transaction. What came within an
 * hour counts as one run of the mapping, so that it shows where other runs do.
 */
@ApplicationScoped
public class Handover {
    private static final UUID NO_RUN_YET = new UUID(0, 0);

    private final MappingService mappings;
    private final RunPreparer preparer;
    private final SchemaCache schemas;
    private final RawStore raw;
    private final ErasureWall wall;
    private final FactTeller teller;
    private final QuarantineStore quarantine;
    private final RunStore runs;
    private final StandingRuns standing;
    private final Ids ids;
    private final Clock clock;

    Handover(
            MappingService mappings,
            RunPreparer preparer,
            SchemaCache schemas,
            RawStore raw,
            ErasureWall wall,
            FactTeller teller,
            QuarantineStore quarantine,
            RunStore runs,
            StandingRuns standing,
            Ids ids,
            Clock clock) {
        this.mappings = mappings;
        this.preparer = preparer;
        this.schemas = schemas;
        this.raw = raw;
        this.wall = wall;
        this.teller = teller;
        this.quarantine = quarantine;
        this.runs = runs;
        this.standing = standing;
        this.ids = ids;
        this.clock = clock;
    }

    /** The published mappings of an object, made ready. */
    public static final class Prepared {
        private final RawKey key;
        private final List<RunScope> scopes;

        private Prepared(RawKey key, List<RunScope> scopes) {
            this.key = key;
            this.scopes = List.copyOf(scopes);
        }

        /** Fields that every mapping of the object excludes: nothing of them may be kept. */
        public Set<String> unread() {
            Set<String> unread = new HashSet<>();
            for (int i = 0; i < scopes.size(); i++) {
                Set<String> excluded = scopes.get(i).document().excludedFields();
                if (i == 0) {
                    unread.addAll(excluded);
                } else {
                    unread.retainAll(excluded);
                }
            }
            return unread;
        }

        private Map<UUID, Integer> versions() {
            return scopes.stream().collect(Collectors.toMap(RunScope::mappingId, RunScope::mappingVersion));
        }
    }

    /**
     * What became of records.
     *
     * @param leftOut ids of records that were not kept because a person had them erased
     * @param quarantined what did not become facts, by mapping and record
     */
    public record Landed(Set<String> leftOut, List<QuarantineEntry> quarantined) {
        public Landed {
            leftOut = Set.copyOf(leftOut);
            quarantined = List.copyOf(quarantined);
        }
    }

    /** Makes the object's mappings ready. Asks what is known of the object: call it outside of any transaction. */
    public Prepared prepare(RawKey key, Origin origin) {
        List<TableMapping> published = published(key);
        if (!published.isEmpty()) {
            // What is known of the object changes with what is sent, perhaps to another process.
            schemas.forget(key.connectionId(), key.objectName());
        }
        RunTicket ticket = ticket(NO_RUN_YET);
        return new Prepared(
                key,
                published.stream()
                        .map(mapping -> preparer.scopeOf(mapping.id(), ticket, RunKind.INCREMENTAL, origin))
                        .toList());
    }

    /** Whether the mappings are still those that were made ready. Ask while the object is locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isCurrent(Prepared prepared) {
        Map<UUID, Integer> now = new HashMap<>();
        for (TableMapping mapping : published(prepared.key)) {
            Integer version = mapping.publishedVersion();
            if (version != null) {
                now.put(mapping.id(), version);
            }
        }
        return now.equals(prepared.versions());
    }

    /** Keeps the records and tells what they mean. Call it while the object is locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Landed land(Prepared prepared, List<SourceRecord> records) {
        if (records.isEmpty()) {
            return new Landed(Set.of(), List.of());
        }
        List<SourceRecord> allowed = wall.allowed(prepared.key, records);
        Set<String> leftOut = records.stream().map(SourceRecord::id).collect(Collectors.toCollection(HashSet::new));
        allowed.forEach(record -> leftOut.remove(record.id()));
        List<RawRow> rows = raw.land(prepared.key, allowed);
        List<String> recordIds = rows.stream().map(row -> row.record().id()).toList();
        List<QuarantineEntry> quarantined = new ArrayList<>();
        for (RunScope ready : prepared.scopes) {
            if (ready.document().filter() != null) {
                continue; // Its run says that it cannot be.
            }
            Instant now = clock.instant();
            RunScope scope = ready.under(ticket(runOf(ready, now)));
            RunCounts counts = teller.tell(scope, rows);
            runs.checkpoint(scope.runId(), RunPhase.READ, null, counts, 0);
            runs.markSucceeded(scope.runId(), now, null);
            quarantined.addAll(
                    quarantine.findByRecord(scope.mappingId(), recordIds).values());
        }
        return new Landed(leftOut, quarantined);
    }

    private List<TableMapping> published(RawKey key) {
        return mappings.listPublished(key.connectionId()).stream()
                .filter(mapping -> mapping.objectName().equals(key.objectName()))
                .toList();
    }

    private UUID runOf(RunScope scope, Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        return standing.find(scope.mappingId(), scope.mappingVersion(), hour).orElseGet(() -> {
            UUID runId = ids.next();
            runs.create(new SyncRun(
                    runId,
                    scope.raw().connectionId(),
                    scope.mappingId(),
                    scope.mappingVersion(),
                    scope.raw().objectName(),
                    RunKind.INCREMENTAL,
                    RunState.RUNNING,
                    false,
                    RunPhase.READ,
                    null,
                    RunCounts.NONE,
                    0,
                    null,
                    null,
                    now,
                    now,
                    null,
                    null,
                    null,
                    null,
                    false,
                    0,
                    null,
                    0,
                    null,
                    null));
            runs.markRunning(runId, now);
            standing.note(scope.mappingId(), scope.mappingVersion(), hour, runId);
            return runId;
        });
    }

    private static RunTicket ticket(UUID runId) {
        return new RunTicket(WorkspaceContext.current(), runId, runId, false);
    }
}
