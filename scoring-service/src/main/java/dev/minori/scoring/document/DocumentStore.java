package dev.minori.scoring.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps documents and their versions. In the transaction of the workspace. */
public interface DocumentStore {
    /** All published documents by key. */
    <D extends VersionedDocument> List<ActiveDocument<D>> active(DocumentKind<D> kind, UUID workspaceId);

    /** Documents behind a key, by key. */
    <D extends VersionedDocument> List<DocumentHead> list(
            DocumentKind<D> kind, UUID workspaceId, String behind, int limit);

    <D extends VersionedDocument> Optional<DocumentHead> find(DocumentKind<D> kind, UUID workspaceId, UUID id);

    <D extends VersionedDocument> Optional<DocumentHead> findByKey(DocumentKind<D> kind, UUID workspaceId, String key);

    /** Lets nobody else change the document with this key, which need not exist yet, until the transaction ends. */
    <D extends VersionedDocument> void lock(DocumentKind<D> kind, UUID workspaceId, String key);

    /** Versions before one, newest first. */
    <D extends VersionedDocument> List<DocumentVersion<D>> versions(
            DocumentKind<D> kind, UUID workspaceId, UUID id, int before, int limit);

    <D extends VersionedDocument> Optional<DocumentVersion<D>> version(
            DocumentKind<D> kind, UUID workspaceId, UUID id, int version);

    /** Adds a document without versions. */
    <D extends VersionedDocument> void add(DocumentKind<D> kind, UUID workspaceId, UUID id, String key, Instant at);

    /** Writes the draft with this number, new or again. */
    <D extends VersionedDocument> void saveDraft(
            DocumentKind<D> kind, UUID workspaceId, UUID id, int version, D document, String by, Instant at);

    /** Publishes a draft and puts it in force. */
    <D extends VersionedDocument> void publish(
            DocumentKind<D> kind, UUID workspaceId, UUID id, int version, Instant at);
}
