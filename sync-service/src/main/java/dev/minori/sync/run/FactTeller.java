package dev.minori.sync.run;

import dev.minori.events.fact.Fact;
import dev.minori.kit.id.Ids;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.mapping.MappingResult;
import dev.minori.sync.mapping.Rejection;
import dev.minori.sync.quarantine.QuarantineEntry;
import dev.minori.sync.quarantine.QuarantineStore;
import dev.minori.sync.raw.FactIds;
import dev.minori.sync.raw.RawRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what kept rows mean: facts for the outbox, or a place in quarantine. In the caller's transaction. */
@ApplicationScoped
class FactTeller {
    private final FactStates states;
    private final FactJson json;
    private final QuarantineStore quarantine;
    private final CustomerResolver customers;
    private final FactPublisher publisher;
    private final Ids ids;
    private final Clock clock;

    FactTeller(
            FactStates states,
            FactJson json,
            QuarantineStore quarantine,
            CustomerResolver customers,
            FactPublisher publisher,
            Ids ids,
            Clock clock) {
        this.states = states;
        this.json = json;
        this.quarantine = quarantine;
        this.customers = customers;
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    /** Tells what the rows mean and what differs from what was told before. */
    RunCounts tell(RunScope scope, List<RawRow> rows) {
        return tell(scope, rows, false);
    }

    /** The same for rows that were rejected, although neither they nor the mapping changed: their customer may have come. */
    RunCounts tellAgain(RunScope scope, List<RawRow> rows) {
        return tell(scope, rows, true);
    }

    /** Tells that the mapping no longer has these rows, whoever else may have them. */
    RunCounts tellGone(RunScope scope, List<RawRow> rows) {
        Telling telling = begin(scope, rows, false);
        rows.forEach(telling::leave);
        telling.finish();
        return telling.counts();
    }

    private RunCounts tell(RunScope scope, List<RawRow> rows, boolean again) {
        Telling telling = begin(scope, rows, again);
        rows.forEach(telling::sort);
        customers.resolve(scope, telling.candidates()).forEach(telling::accept);
        telling.finish();
        return telling.counts();
    }

    private Telling begin(RunScope scope, List<RawRow> rows, boolean again) {
        List<String> recordIds = rows.stream().map(row -> row.record().id()).toList();
        return new Telling(
                scope,
                states.find(scope.mappingId(), recordIds),
                quarantine.findByRecord(scope.mappingId(), recordIds),
                again);
    }

    /** One chunk's way from rows to facts. */
    private final class Telling {
        private final RunScope scope;
        private final Map<String, FactState> known;
        private final Map<String, QuarantineEntry> rejectedBefore;
        private final boolean again;
        private final Instant now = clock.instant();
        private final List<Candidate> candidates = new ArrayList<>();
        private final List<FactDraft> drafts = new ArrayList<>();
        private final List<FactState> untold = new ArrayList<>();
        private final Map<RawRow, FactState> leaving = new LinkedHashMap<>();
        private final List<QuarantineEntry> rejections = new ArrayList<>();
        private final Set<String> settled = new HashSet<>();
        private long read;
        private long added;
        private long changed;
        private long removed;
        private long rejected;

        Telling(
                RunScope scope,
                Map<String, FactState> known,
                Map<String, QuarantineEntry> rejectedBefore,
                boolean again) {
            this.scope = scope;
            this.known = known;
            this.rejectedBefore = rejectedBefore;
            this.again = again;
        }

        List<Candidate> candidates() {
            return candidates;
        }

        /** Decides what a row needs. */
        void sort(RawRow row) {
            read++;
            String id = row.record().id();
            FactState state = known.get(id);
            if (row.erased()) {
                return;
            }
            if (row.deleted() || isGoneSinceRead(id, state)) {
                settle(row, state);
                return;
            }
            if (isSettled(row, state)) {
                return;
            }
            QuarantineEntry before = rejectedBefore.get(id);
            if (before != null && !again && isSameTry(before, row)) {
                rejected++;
                return;
            }
            switch (scope.mapping().map(row.record())) {
                case MappingResult.Mapped mapped -> candidates.add(new Candidate(row, mapped));
                case MappingResult.Rejected(var rejection) -> reject(row, rejection, null);
            }
        }

        /** Counts a row that the mapping no longer has. */
        void leave(RawRow row) {
            read++;
            if (!row.erased()) {
                settle(row, known.get(row.record().id()));
            }
        }

        private void settle(RawRow row, @Nullable FactState state) {
            settled.add(row.record().id());
            if (state == null || state.removed()) {
                return;
            }
            switch (scope.document().deletePolicy()) {
                case REMOVE -> leaving.put(row, state);
                case KEEP -> {
                    if (!state.gone()) {
                        untold.add(state.asKept());
                    }
                }
            }
        }

        /** Whether a kept row is there for the sake of another mapping only: just kept rows cannot tell of themselves. */
        private boolean isGoneSinceRead(String id, @Nullable FactState state) {
            return state != null && state.gone() && !scope.kind().readsSource() && !rejectedBefore.containsKey(id);
        }

        /** A fact that another mapping tells as well is left to it. */
        private void removeWhatIsLeaving() {
            Set<UUID> toldByOthers = states.findToldByOthers(
                    scope.mappingId(),
                    leaving.values().stream().map(FactState::factId).toList());
            leaving.forEach((row, state) -> {
                if (toldByOthers.contains(state.factId())) {
                    untold.add(state.asLeftToOthers());
                } else {
                    removed++;
                    drafts.add(new FactDraft(row, state.factId(), state.customerId(), null, 0, state.factHash()));
                }
            });
        }

        /** Whether the row was told as it is and need not be told again. */
        private boolean isSettled(RawRow row, @Nullable FactState state) {
            return !scope.retellsAll()
                    && state != null
                    && !state.removed()
                    && !state.gone()
                    && state.rawVersion() == row.version()
                    && state.mappingVersion() == scope.mappingVersion()
                    && scope.kind().readsSource();
        }

        /** Whether trying again can only fail in the same way: row, mapping and customers are as they were. */
        private boolean isSameTry(QuarantineEntry before, RawRow row) {
            return scope.kind().readsSource()
                    && before.customerLink() == null
                    && before.rawVersion() == row.version()
                    && before.mappingVersion() == scope.mappingVersion();
        }

        void accept(CustomerResolver.Resolved resolved) {
            switch (resolved) {
                case CustomerResolver.Resolved.Found(Candidate candidate, var customerId) -> {
                    String id = candidate.row().record().id();
                    FactJson.Measured measured = json.measure(
                            candidate.mapped().values(),
                            customerId,
                            candidate.mapped().effectiveFrom());
                    FactDraft draft = new FactDraft(
                            candidate.row(),
                            FactIds.of(WorkspaceContext.current(), scope.raw(), id),
                            customerId,
                            candidate.mapped(),
                            measured.bytes(),
                            measured.hash());
                    settled.add(id);
                    tell(draft, known.get(id));
                }
                case CustomerResolver.Resolved.Missing(Candidate candidate, var rejection) ->
                    reject(candidate.row(), rejection, candidate.mapped().link());
            }
        }

        private void tell(FactDraft draft, @Nullable FactState state) {
            if (state != null && !state.removed() && Arrays.equals(state.factHash(), draft.hash())) {
                untold.add(draft.state(state.sourceVersion(), scope.mappingVersion()));
                if (scope.retellsAll()) {
                    drafts.add(draft.again(state.sourceVersion()));
                }
                return;
            }
            drafts.add(draft);
            if (state == null || state.removed()) {
                added++;
            } else {
                changed++;
            }
        }

        private void reject(RawRow row, Rejection rejection, @Nullable String link) {
            rejected++;
            QuarantineEntry before = rejectedBefore.get(row.record().id());
            rejections.add(new QuarantineEntry(
                    before == null ? ids.next() : before.id(),
                    scope.mappingId(),
                    row.record().id(),
                    scope.runId(),
                    row.version(),
                    scope.mappingVersion(),
                    rejection.reason(),
                    rejection.field(),
                    rejection.sample(),
                    rejection.detail(),
                    link,
                    before == null ? now : before.firstAt(),
                    now));
        }

        void finish() {
            removeWhatIsLeaving();
            List<Long> versions = states.nextVersions((int) drafts.stream()
                    .filter(draft -> draft.sourceVersion() == null)
                    .count());
            int drawn = 0;
            List<FactPublisher.Sized> facts = new ArrayList<>();
            List<FactState> told = new ArrayList<>(untold);
            for (FactDraft draft : drafts) {
                Long again = draft.sourceVersion();
                long version = again == null ? versions.get(drawn++) : again;
                Fact fact = draft.fact(version, scope.recordUrl());
                facts.add(new FactPublisher.Sized(fact, draft.bytes()));
                if (again == null) {
                    told.add(draft.state(version, scope.mappingVersion()));
                }
            }
            states.save(scope.mappingId(), told);
            quarantine.save(rejections);
            settled.retainAll(rejectedBefore.keySet());
            quarantine.clear(scope.mappingId(), settled);
            publisher.publish(scope, facts);
        }

        RunCounts counts() {
            long unchanged = read - added - changed - removed - rejected;
            return new RunCounts(read, added, changed, unchanged, removed, rejected);
        }
    }
}
