package dev.minori.scoring.document;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.minori.kit.workspace.WorkspaceContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documents of one kind in the current workspace: what each kind's resource asks for. */
public final class KindDocuments<D extends VersionedDocument> {
    private final DocumentKind<D> kind;
    private final DocumentCatalog documents;

    public KindDocuments(DocumentKind<D> kind, DocumentCatalog documents) {
        this.kind = kind;
        this.documents = documents;
    }

    /** All of them, by key. */
    public List<DocumentHead> list() {
        return documents.list(kind, WorkspaceContext.current());
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

    /** Its versions, newest first. */
    public List<DocumentVersion<D>> versions(String idOrKey) {
        return documents.versions(kind, WorkspaceContext.current(), idOrKey);
    }

    public DocumentVersion<D> version(String idOrKey, int version) {
        return documents.version(kind, WorkspaceContext.current(), idOrKey, version);
    }
}
