package dev.minori.scoring.scorecard;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.id.Ids;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.scoring.history.ChangedCustomers;
import dev.minori.scoring.scorecard.ScorecardStore.ScorecardHead;
import dev.minori.scoring.scorecard.ScorecardStore.ScorecardVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Draws up, changes and publishes scorecards of the bound workspace. */
@ApplicationScoped
@Transactional
public class Scorecards {
    private final ScorecardStore store;
    private final ScorecardRules rules;
    private final ChangedCustomers changed;
    private final Ids ids;
    private final Audit audit;
    private final Clock clock;

    Scorecards(
            ScorecardStore store, ScorecardRules rules, ChangedCustomers changed, Ids ids, Audit audit, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.changed = changed;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /** All scorecards by rank. */
    public List<ScorecardHead> list(UUID workspaceId) {
        return store.list(workspaceId);
    }

    /** The scorecard with this id or key. */
    public ScorecardHead get(UUID workspaceId, String idOrKey) {
        return find(workspaceId, idOrKey)
                .orElseThrow(() ->
                        ProblemException.notFound(new Wording("ヘルススコア設定が見つかりません。", "There is no such scorecard.")));
    }

    /** Its versions, newest first. */
    public List<ScorecardVersion> versions(UUID workspaceId, String idOrKey) {
        return store.versions(workspaceId, get(workspaceId, idOrKey).id());
    }

    public ScorecardVersion version(UUID workspaceId, String idOrKey, int number) {
        return store.version(workspaceId, get(workspaceId, idOrKey).id(), number)
                .orElseThrow(() -> ProblemException.notFound(new Wording("この版はありません。", "There is no such version.")));
    }

    /**
     * Keeps a document as the scorecard's draft: a new version, or the draft that is there. A document equal to the newest
     * version changes nothing.
     */
    public ScorecardVersion save(UUID workspaceId, Scorecard card, String by) {
        List<FieldError> errors = rules.check(card);
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    KitProblem.INVALID_REQUEST,
                    new Wording(
                            "ヘルススコア設定に" + errors.size() + "件の誤りがあります。",
                            "The scorecard has " + errors.size() + " mistake(s)."),
                    errors);
        }
        UUID id = store.findByKey(workspaceId, card.key())
                .map(ScorecardHead::id)
                .orElseGet(() -> {
                    UUID made = ids.next();
                    store.add(workspaceId, made, card, clock.instant());
                    return made;
                });
        List<ScorecardVersion> versions = store.versions(workspaceId, id);
        if (!versions.isEmpty() && versions.getFirst().card().equals(card)) {
            return versions.getFirst();
        }
        int number = versions.isEmpty()
                ? 1
                : versions.getFirst().number() + (versions.getFirst().published() ? 1 : 0);
        store.saveDraft(workspaceId, id, number, card, by, clock.instant());
        audit.record("scorecard-drafted", "scorecard", id.toString(), Map.of("number", Integer.toString(number)));
        return version(workspaceId, id.toString(), number);
    }

    /** Publishes a version; every customer is computed again, silently. Publishing it again changes nothing. */
    public ScorecardVersion publish(UUID workspaceId, String idOrKey, int number) {
        ScorecardVersion version = version(workspaceId, idOrKey, number);
        if (!version.published()) {
            store.publish(workspaceId, version.scorecardId(), number, version.card(), clock.instant());
            audit.record(
                    "scorecard-published",
                    "scorecard",
                    version.scorecardId().toString(),
                    Map.of("number", Integer.toString(number)));
            changed.requestSweep(workspaceId, ChangedCustomers.Urgency.LOAD);
        }
        return version(workspaceId, version.scorecardId().toString(), number);
    }

    private Optional<ScorecardHead> find(UUID workspaceId, String idOrKey) {
        try {
            return store.find(workspaceId, UUID.fromString(idOrKey));
        } catch (IllegalArgumentException _) {
            return store.findByKey(workspaceId, idOrKey);
        }
    }
}
