package dev.minori.sync.dryrun;

import dev.minori.sync.mapping.CompiledMapping;
import dev.minori.sync.mapping.CustomerLink;
import dev.minori.sync.mapping.MappingResult;
import dev.minori.sync.mapping.Rejection;
import dev.minori.sync.raw.RawRow;
import dev.minori.sync.raw.RawStore;
import dev.minori.sync.run.ErasureWall;
import dev.minori.sync.run.FactJson;
import dev.minori.sync.run.FactState;
import dev.minori.sync.run.FactStates;
import dev.minori.sync.source.SourceRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a mapping would make of records, beside what was told of them. Reads only. Needs a transaction. */
@ApplicationScoped
class DryRunJudge {
    private final FactStates states;
    private final FactJson json;
    private final RawStore raw;
    private final ErasureWall wall;
    private final CustomerSearch customers;

    DryRunJudge(FactStates states, FactJson json, RawStore raw, ErasureWall wall, CustomerSearch customers) {
        this.states = states;
        this.json = json;
        this.raw = raw;
        this.wall = wall;
        this.customers = customers;
    }

    /** One row for each record, the unchanged ones too. Records that an erasure keeps out have none. */
    List<DryRunRow> judge(DryRunScope scope, List<SourceRecord> read) {
        // An erasure waits for this lock and then forgets what is noted here; what comes behind it meets the wall.
        raw.lock(scope.key());
        List<SourceRecord> records = wall.allowed(scope.key(), read);
        List<String> ids = records.stream().map(SourceRecord::id).toList();
        Chunk chunk = new Chunk(scope, states.find(scope.mappingId(), ids), kept(scope, ids));
        List<Candidate> candidates = new ArrayList<>();
        List<DryRunRow> rows = new ArrayList<>();
        for (SourceRecord record : records) {
            switch (scope.draft().map(record)) {
                case MappingResult.Mapped mapped -> candidates.add(new Candidate(record.id(), mapped));
                case MappingResult.Rejected(Rejection rejection) ->
                    rows.add(chunk.waiting(record.id(), Outcome.REJECTED, rejection));
            }
        }
        rows.addAll(resolved(chunk, candidates));
        return rows;
    }

    /** Rows of records that the mapping has now and would no longer have. */
    List<DryRunRow> removed(DryRunScope scope, Collection<String> recordIds) {
        raw.lock(scope.key());
        List<String> ids = List.copyOf(recordIds);
        Chunk chunk = new Chunk(scope, states.find(scope.mappingId(), ids), kept(scope, ids));
        return ids.stream().map(chunk::leaving).toList();
    }

    private Map<String, RawRow> kept(DryRunScope scope, List<String> ids) {
        return raw.load(scope.key(), ids).stream()
                .collect(Collectors.toMap(row -> row.record().id(), Function.identity()));
    }

    private List<DryRunRow> resolved(Chunk chunk, List<Candidate> candidates) {
        DryRunScope scope = chunk.scope;
        CustomerLink how = scope.document().customerLink();
        if (how instanceof CustomerLink.Self) {
            Map<String, UUID> known = customers.themselves(
                    scope.key(), candidates.stream().map(Candidate::recordId).toList());
            return candidates.stream()
                    .map(candidate -> chunk.told(candidate, known.get(candidate.recordId())))
                    .toList();
        }
        Set<String> links = new HashSet<>();
        candidates.forEach(candidate -> links.add(candidate.link()));
        Map<String, CustomerSearch.Found> found = customers.byLink(how, scope.key(), links);
        List<DryRunRow> rows = new ArrayList<>();
        for (Candidate candidate : candidates) {
            CustomerSearch.Found customer = Objects.requireNonNull(found.get(candidate.link()));
            Rejection rejection = customer.rejection();
            rows.add(
                    rejection == null
                            ? chunk.told(candidate, customer.customerId())
                            : chunk.waiting(candidate.recordId(), Outcome.UNMATCHED, rejection));
        }
        return rows;
    }

    private record Candidate(String recordId, MappingResult.Mapped mapped) {
        String link() {
            String link = mapped.link();
            return link == null ? "" : link;
        }
    }

    /** What is known of some records. */
    private final class Chunk {
        private final DryRunScope scope;
        private final Map<String, FactState> told;
        private final Map<String, RawRow> kept;

        Chunk(DryRunScope scope, Map<String, FactState> told, Map<String, RawRow> kept) {
            this.scope = scope;
            this.told = told;
            this.kept = kept;
        }

        /** @param customerId null if the record would become a new customer */
        DryRunRow told(Candidate candidate, @Nullable UUID customerId) {
            FactState state = told.get(candidate.recordId());
            Map<String, String> after = scope.texts().of(candidate.mapped().values());
            if (state == null || state.removed()) {
                return row(candidate.recordId(), Outcome.ADDED, customerId, changes(Map.of(), after), null);
            }
            if (customerId != null && Arrays.equals(state.factHash(), hash(candidate.mapped(), customerId))) {
                return row(candidate.recordId(), Outcome.UNCHANGED, customerId, List.of(), null);
            }
            return row(
                    candidate.recordId(),
                    Outcome.CHANGED,
                    customerId,
                    changes(before(candidate.recordId()), after),
                    null);
        }

        DryRunRow waiting(String recordId, Outcome outcome, Rejection rejection) {
            return row(recordId, outcome, null, List.of(), rejection);
        }

        DryRunRow leaving(String recordId) {
            FactState state = told.get(recordId);
            return row(
                    recordId,
                    Outcome.REMOVED,
                    state == null ? null : state.customerId(),
                    changes(before(recordId), Map.of()),
                    null);
        }

        private byte[] hash(MappingResult.Mapped mapped, UUID customerId) {
            return json.measure(mapped.values(), customerId, mapped.effectiveFrom())
                    .hash();
        }

        private Map<String, String> before(String recordId) {
            RawRow row = kept.get(recordId);
            CompiledMapping published = scope.published();
            if (row == null || row.erased() || published == null) {
                return Map.of();
            }
            return switch (published.map(row.record())) {
                case MappingResult.Mapped mapped -> scope.texts().of(mapped.values());
                case MappingResult.Rejected _ -> Map.of();
            };
        }

        private DryRunRow row(
                String recordId,
                Outcome outcome,
                @Nullable UUID customerId,
                List<FieldChange> changes,
                @Nullable Rejection rejection) {
            return new DryRunRow(
                    recordId, scope.recordUrl().apply(recordId).orElse(null), outcome, customerId, changes, rejection);
        }
    }

    private static List<FieldChange> changes(Map<String, String> before, Map<String, String> after) {
        Set<String> targets = new LinkedHashSet<>(after.keySet());
        targets.addAll(before.keySet());
        return targets.stream()
                .filter(target -> !Objects.equals(before.get(target), after.get(target)))
                .map(target -> new FieldChange(target, before.get(target), after.get(target)))
                .toList();
    }
}
