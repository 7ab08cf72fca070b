package dev.minori.scoring.scorecard;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.Wording;
import dev.minori.scoring.document.ActiveDocument;
import dev.minori.scoring.document.DocumentKind;
import dev.minori.scoring.document.DocumentStore;
import dev.minori.scoring.document.DocumentVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Scorecards as documents, and which of them applies. */
@ApplicationScoped
public class Scorecards implements DocumentKind<Scorecard> {
    private final ScorecardRules rules;
    private final DocumentStore store;

    Scorecards(ScorecardRules rules, DocumentStore store) {
        this.rules = rules;
        this.store = store;
    }

    @Override
    public String name() {
        return "scorecard";
    }

    @Override
    public Class<Scorecard> type() {
        return Scorecard.class;
    }

    @Override
    public Wording title() {
        return new Wording("ヘルススコア設定", "scorecard");
    }

    @Override
    public List<FieldError> check(Scorecard document) {
        return rules.check(document);
    }

    /** The published scorecard with the lowest rank, if any. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<ActiveDocument<Scorecard>> inForce(UUID workspaceId) {
        return store.active(this, workspaceId).stream()
                .min(Comparator.comparingInt(active -> active.document().rank()));
    }

    /** A version, also one that is no longer in force. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Scorecard> version(UUID workspaceId, UUID scorecardId, int version) {
        return store.version(this, workspaceId, scorecardId, version).map(DocumentVersion::document);
    }
}
