package dev.minori.playbook.run;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.etag.Versions;
import dev.minori.kit.id.Ids;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.playbook.definition.Definition;
import dev.minori.playbook.person.Author;
import dev.minori.playbook.playbook.Playbooks;
import dev.minori.playbook.playbook.ReEntry;
import dev.minori.playbook.run.RunState.Active;
import dev.minori.playbook.segment.EntryDecision;
import dev.minori.playbook.segment.EntryOutcome;
import dev.minori.playbook.segment.SegmentStay;
import dev.minori.playbook.segment.SegmentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Starts and cancels runs. */
@ApplicationScoped
public class Runs {
    private final RunStore store;
    private final RunSteps steps;
    private final Playbooks playbooks;
    private final SegmentStore segments;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Runs(
            RunStore store,
            RunSteps steps,
            Playbooks playbooks,
            SegmentStore segments,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.playbooks = playbooks;
        this.segments = segments;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Lets every playbook of the segment answer a live entry, in the current transaction. A paused playbook starts its
     * run too: the run is held at its first step, so that nobody is lost.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void entered(SegmentStay stay) {
        for (Playbooks.Version version : playbooks.inForce(stay.segmentKey())) {
            Optional<EntryOutcome> refusal = refusal(version, stay.customerId());
            if (refusal.isPresent()) {
                decide(version, stay, refusal.get(), null);
                continue;
            }
            Optional<PlaybookRun> run = start(version, stay.customerId(), stay.membershipId(), null);
            decide(
                    version,
                    stay,
                    run.isPresent() ? EntryOutcome.RUN_STARTED : EntryOutcome.ALREADY_RUNNING,
                    run.map(PlaybookRun::id).orElse(null));
        }
    }

    /**
     * Starts a run for a stay as a person asked, re-entry rules set aside. Throws not-found, conflict if one is active,
     * if the playbook is not published, or if the stay is over or belongs to another segment.
     */
    @Transactional
    public PlaybookRun startByHand(Definition definition, UUID membershipId, Author author) {
        Playbooks.Version version = playbooks
                .inForce(definition)
                .orElseThrow(() -> conflict("このプレイブックはまだ公開されていません。", "The playbook is not published."));
        SegmentStay stay = segments.find(membershipId)
                .orElseThrow(() -> ProblemException.notFound(new Wording(
                        "セグメントの該当「%s」はありません。".formatted(membershipId), "There is no stay " + membershipId + ".")));
        if (!stay.segmentKey().equals(version.playbook().segmentKey())) {
            throw conflict("別のセグメントの該当です。", "The stay belongs to another segment.");
        }
        if (stay.leftAt() != null) {
            throw conflict("この顧客はすでにセグメントから外れています。", "The customer has left the segment.");
        }
        PlaybookRun run = start(version, stay.customerId(), membershipId, author.memberId())
                .orElseThrow(() -> conflict("この顧客ではすでに実行中です。", "A run for this customer is under way."));
        decide(version, stay, EntryOutcome.RUN_STARTED, run.id());
        audit.record("playbook-run-started-by-hand", "playbook-run", run.id().toString(), Map.of());
        return run;
    }

    /** Ends a run as a person asked. Throws not-found, stale-version, conflict if it has ended. */
    @Transactional
    public PlaybookRun cancel(UUID id, @Nullable String ifMatch, String reason) {
        PlaybookRun run = store.lock(id).orElseThrow(() -> unknown(id));
        Versions.require(ifMatch, run.revision());
        if (!(run.state() instanceof Active active)) {
            throw conflict("この実行は終了しています。", "The run has ended.");
        }
        steps.move(run, active.cancel(clock.instant(), reason));
        audit.record("playbook-run-cancelled", "playbook-run", id.toString(), Map.of());
        return get(id);
    }

    /** Ends what runs for a customer that is gone, in the current transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void customerRemoved(UUID customerId) {
        for (PlaybookRun found : store.listActive(customerId)) {
            PlaybookRun run = store.lock(found.id()).orElseThrow();
            if (run.state() instanceof Active active) {
                steps.move(run, active.cancel(clock.instant(), "customer-removed"));
            }
        }
    }

    /** Throws not-found. */
    @Transactional
    public PlaybookRun get(UUID id) {
        return store.find(id).orElseThrow(() -> unknown(id));
    }

    private Optional<EntryOutcome> refusal(Playbooks.Version version, UUID customerId) {
        Optional<PlaybookRun> last = store.findLast(version.definition().id(), customerId);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        if (last.get().state() instanceof Active) {
            return Optional.of(EntryOutcome.ALREADY_RUNNING);
        }
        return switch (version.playbook().reEntry()) {
            case ReEntry.Never _ -> Optional.of(EntryOutcome.NEVER_AGAIN);
            case ReEntry.AfterExit _ -> Optional.empty();
            case ReEntry.AfterDays(int days) -> {
                Instant again = last.get().startedAt().plus(Duration.ofDays(days));
                yield clock.instant().isBefore(again) ? Optional.of(EntryOutcome.TOO_SOON) : Optional.empty();
            }
        };
    }

    private Optional<PlaybookRun> start(
            Playbooks.Version version, UUID customerId, UUID membershipId, @Nullable UUID startedBy) {
        Instant now = clock.instant();
        RunMachine machine = steps.machine(version);
        Active first = machine.start(now);
        PlaybookRun run = new PlaybookRun(
                ids.next(),
                version.definition().id(),
                version.version(),
                customerId,
                membershipId,
                first,
                now,
                startedBy,
                0,
                1);
        if (!store.insert(run)) {
            return Optional.empty();
        }
        steps.enter(run, first, now);
        return Optional.of(run);
    }

    private void decide(Playbooks.Version version, SegmentStay stay, EntryOutcome outcome, @Nullable UUID runId) {
        segments.insert(new EntryDecision(
                ids.next(),
                version.definition().id(),
                version.version(),
                stay.customerId(),
                stay.membershipId(),
                outcome,
                runId,
                clock.instant()));
    }

    private static ProblemException unknown(UUID id) {
        return ProblemException.notFound(
                new Wording("プレイブックの実行「%s」はありません。".formatted(id), "There is no playbook run " + id + "."));
    }

    private static ProblemException conflict(String ja, String en) {
        return new ProblemException(KitProblem.CONFLICT, new Wording(ja, en));
    }
}
