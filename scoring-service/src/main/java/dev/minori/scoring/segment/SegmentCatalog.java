package dev.minori.scoring.segment;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.Wording;
import dev.minori.scoring.document.ActiveDocument;
import dev.minori.scoring.document.DocumentCatalog;
import dev.minori.scoring.document.DocumentKind;
import dev.minori.scoring.document.DocumentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Segments as documents, and who is in them. */
@ApplicationScoped
public class SegmentCatalog implements DocumentKind<Segment> {
    private final SegmentRules rules;
    private final DocumentStore store;
    private final DocumentCatalog documents;
    private final StayStore stays;

    SegmentCatalog(SegmentRules rules, DocumentStore store, DocumentCatalog documents, StayStore stays) {
        this.rules = rules;
        this.store = store;
        this.documents = documents;
        this.stays = stays;
    }

    @Override
    public String name() {
        return "segment";
    }

    @Override
    public Class<Segment> type() {
        return Segment.class;
    }

    @Override
    public Wording title() {
        return new Wording("セグメント", "segment");
    }

    @Override
    public List<FieldError> check(Segment document) {
        return rules.check(document);
    }

    /** All published segments by key. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<ActiveDocument<Segment>> inForce(UUID workspaceId) {
        return store.active(this, workspaceId);
    }

    /** Members now, after a membership id. */
    @Transactional
    public List<Stay> members(UUID workspaceId, String idOrKey, UUID after, int limit) {
        return stays.members(
                workspaceId, documents.get(this, workspaceId, idOrKey).id(), after, limit);
    }

    /** Stays that began silently, newest first, after a position: what would have been told, had it been news. */
    @Transactional
    public List<Stay> wouldHaveFired(UUID workspaceId, String idOrKey, Instant before, UUID beforeId, int limit) {
        return stays.enteredSilently(
                workspaceId, documents.get(this, workspaceId, idOrKey).id(), before, beforeId, limit);
    }
}
