package dev.minori.scoring.document;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.minori.kit.paging.CursorScope;
import dev.minori.kit.paging.Cursors;
import dev.minori.kit.paging.Page;
import dev.minori.kit.paging.PageRequest;
import dev.minori.kit.workspace.WorkspaceContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The documents of one kind in the current workspace: what each kind's resource asks for. */
public final class KindDocuments<D extends VersionedDocument> {
    private final DocumentKind<D> kind;
    private final DocumentCatalog documents;
    private final Cursors cursors;

    public KindDocuments(DocumentKind<D> kind, DocumentCatalog documents, Cursors cursors) {
        this.kind = kind;
        this.documents = documents;
        this.cursors = cursors;
    }

    /** A page of them, by key. */
    public Page<DocumentHead> list(PageRequest request) {
        UUID workspaceId = WorkspaceContext.current();
        return cursors.page(
                CursorScope.of(workspaceId, "documents", "key", kind.name()),
                request,
                (behind, rows) -> documents.list(kind, workspaceId, behind == null ? "" : behind, rows),
                DocumentHead::key);
    }

    /** All of them, by key. */
    public List<DocumentHead> all() {
        return documents.list(kind, WorkspaceContext.current(), "", Integer.MAX_VALUE);
    }

    public DocumentHead get(String idOrKey) {
        return documents.get(kind, WorkspaceContext.current(), idOrKey);
    }

    /**
     * Keeps what is written, YAML or JSON, as the draft of the document with this key.
     *
     * @param ifMatch the ETag of what the author read; null for a new document
     * @throws MismatchedInputException when the text does not have the document's form
     */
    public KeptDocument<D> put(String key, @Nullable String ifMatch, boolean publish, String document, String author)
            throws MismatchedInputException {
        return documents.save(
                kind, WorkspaceContext.current(), Documents.read(document, kind.type(), key), publish, author, ifMatch);
    }

    /** Publishes the newest version. */
    public KeptDocument<D> publish(String idOrKey, @Nullable String ifMatch) {
        return documents.publish(kind, WorkspaceContext.current(), idOrKey, ifMatch);
    }

    /** A page of its versions, newest first. */
    public Page<DocumentVersion<D>> versions(String idOrKey, PageRequest request) {
        UUID workspaceId = WorkspaceContext.current();
        return cursors.page(
                CursorScope.of(workspaceId, "document-versions", "-version", kind.name(), idOrKey),
                request,
                (before, rows) -> documents.versions(
                        kind,
                        workspaceId,
                        idOrKey,
                        before == null ? Integer.MAX_VALUE : Integer.parseInt(before),
                        rows),
                version -> Integer.toString(version.version()));
    }

    public DocumentVersion<D> version(String idOrKey, int version) {
        return documents.version(kind, WorkspaceContext.current(), idOrKey, version);
    }
}
