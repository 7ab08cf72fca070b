package dev.minori.scoring.document;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.etag.Versions;
import dev.minori.kit.id.Ids;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.scoring.history.ChangedCustomers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws up, changes and publishes documents of the bound workspace. */
@ApplicationScoped
@Transactional
public class DocumentCatalog {
    private final DocumentStore store;
    private final ChangedCustomers changed;
    private final Ids ids;
    private final Audit audit;
    private final Clock clock;

    DocumentCatalog(DocumentStore store, ChangedCustomers changed, Ids ids, Audit audit, Clock clock) {
        this.store = store;
        this.changed = changed;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of a kind behind a key, by key. */
    public <D extends VersionedDocument> List<DocumentHead> list(
            DocumentKind<D> kind, UUID workspaceId, String behind, int limit) {
        return store.list(kind, workspaceId, behind, limit);
    }

    /** The document with this id or key; throws not-found. */
    public <D extends VersionedDocument> DocumentHead get(DocumentKind<D> kind, UUID workspaceId, String idOrKey) {
        return find(kind, workspaceId, idOrKey)
                .orElseThrow(() -> ProblemException.notFound(new Wording(
                        kind.title().ja() + "が見つかりません。",
                        "There is no such " + kind.title().en() + ".")));
    }

    /** Its versions before one, newest first; throws not-found. */
    public <D extends VersionedDocument> List<DocumentVersion<D>> versions(
            DocumentKind<D> kind, UUID workspaceId, String idOrKey, int before, int limit) {
        return store.versions(kind, workspaceId, get(kind, workspaceId, idOrKey).id(), before, limit);
    }

    /** One version; throws not-found. */
    public <D extends VersionedDocument> DocumentVersion<D> version(
            DocumentKind<D> kind, UUID workspaceId, String idOrKey, int version) {
        return store.version(kind, workspaceId, get(kind, workspaceId, idOrKey).id(), version)
                .orElseThrow(() -> ProblemException.notFound(new Wording("この版はありません。", "There is no such version.")));
    }

    /**
     * Keeps a document as the draft: a new version, or the draft that is there. A document equal to the newest version
     * changes nothing. Throws version-required and stale-version if somebody else's change would be lost.
     *
     * @param publish whether to put it in force at once
     * @param ifMatch the ETag of the document that is changed; a new one needs none
     */
    public <D extends VersionedDocument> KeptDocument<D> save(
            DocumentKind<D> kind, UUID workspaceId, D document, boolean publish, String by, @Nullable String ifMatch) {
        refuseMistakes(kind, kind.check(document));
        store.lock(kind, workspaceId, document.key());
        Optional<DocumentHead> known = store.findByKey(kind, workspaceId, document.key());
        UUID id = known.map(DocumentHead::id).orElseGet(() -> add(kind, workspaceId, document.key()));
        List<DocumentVersion<D>> versions = store.versions(kind, workspaceId, id, Integer.MAX_VALUE, 1);
        if (versions.isEmpty() || !versions.getFirst().document().equals(document)) {
            known.ifPresent(head -> Versions.require(ifMatch, head.version()));
            int number = versions.isEmpty() ? 1 : versions.getFirst().next();
            store.saveDraft(kind, workspaceId, id, number, document, by, clock.instant());
            record(kind, "draft-saved", id, number);
        }
        DocumentVersion<D> saved = newest(kind, workspaceId, id);
        return kept(kind, workspaceId, publish ? putInForce(kind, workspaceId, saved) : saved);
    }

    /**
     * Publishes the newest version; every customer is judged by it again, silently. Publishing it again changes nothing.
     * Throws not-found, stale-version.
     *
     * @param ifMatch the ETag of the document that is to be published; null for whatever is the newest
     */
    public <D extends VersionedDocument> KeptDocument<D> publish(
            DocumentKind<D> kind, UUID workspaceId, String idOrKey, @Nullable String ifMatch) {
        store.lock(kind, workspaceId, get(kind, workspaceId, idOrKey).key());
        DocumentHead head = get(kind, workspaceId, idOrKey);
        DocumentVersion<D> newest = newest(kind, workspaceId, head.id());
        if (newest.state() == DocumentVersion.State.DRAFT) {
            Versions.requireIfNamed(ifMatch, head.version());
        }
        return kept(kind, workspaceId, putInForce(kind, workspaceId, newest));
    }

    private <D extends VersionedDocument> KeptDocument<D> kept(
            DocumentKind<D> kind, UUID workspaceId, DocumentVersion<D> version) {
        long revision =
                store.find(kind, workspaceId, version.id()).orElseThrow().version();
        return new KeptDocument<>(version, revision);
    }

    private <D extends VersionedDocument> DocumentVersion<D> putInForce(
            DocumentKind<D> kind, UUID workspaceId, DocumentVersion<D> version) {
        if (version.state() == DocumentVersion.State.PUBLISHED) {
            return version;
        }
        store.publish(kind, workspaceId, version.id(), version.version(), clock.instant());
        record(kind, "published", version.id(), version.version());
        changed.requestSweep(workspaceId, ChangedCustomers.Urgency.LOAD);
        return newest(kind, workspaceId, version.id());
    }

    private <D extends VersionedDocument> DocumentVersion<D> newest(DocumentKind<D> kind, UUID workspaceId, UUID id) {
        return store.versions(kind, workspaceId, id, Integer.MAX_VALUE, 1).getFirst();
    }

    private UUID add(DocumentKind<?> kind, UUID workspaceId, String key) {
        UUID id = ids.next();
        store.add(kind, workspaceId, id, key, clock.instant());
        return id;
    }

    private void record(DocumentKind<?> kind, String action, UUID id, int version) {
        audit.record(
                kind.name() + "-" + action, kind.name(), id.toString(), Map.of("version", Integer.toString(version)));
    }

    private <D extends VersionedDocument> Optional<DocumentHead> find(
            DocumentKind<D> kind, UUID workspaceId, String idOrKey) {
        try {
            return store.find(kind, workspaceId, UUID.fromString(idOrKey));
        } catch (IllegalArgumentException _) {
            return store.findByKey(kind, workspaceId, idOrKey);
        }
    }

    private static void refuseMistakes(DocumentKind<?> kind, List<FieldError> mistakes) {
        if (!mistakes.isEmpty()) {
            throw new ProblemException(
                    KitProblem.INVALID_REQUEST,
                    new Wording(
                            kind.title().ja() + "に" + mistakes.size() + "件の誤りがあります。",
                            "The " + kind.title().en() + " has " + mistakes.size() + " mistake(s)."),
                    mistakes);
        }
    }
}
