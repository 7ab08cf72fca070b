package dev.minori.scoring.document.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.minori.kit.json.EventJson;
import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.scoring.document.ActiveDocument;
import dev.minori.scoring.document.DocumentHead;
import dev.minori.scoring.document.DocumentKind;
import dev.minori.scoring.document.DocumentStore;
import dev.minori.scoring.document.DocumentVersion;
import dev.minori.scoring.document.DocumentVersion.State;
import dev.minori.scoring.document.VersionedDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Each kind of document in two tables; in the statements a {@code ~} stands for the kind. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcDocumentStore implements DocumentStore {
    private static final String HEADS = """
            SELECT h.~_id AS id, h.~_key AS key, h.active_version, h.version, (SELECT v.document FROM ~_version v
              WHERE v.workspace_id = h.workspace_id AND v.~_id = h.~_id ORDER BY v.number DESC LIMIT 1) AS document
            FROM ~ h WHERE h.workspace_id = ?
            """;
    private static final String VERSIONS = """
            SELECT ~_id AS id, number, state, document, changed_by, changed_at, published_at FROM ~_version
            WHERE workspace_id = ? AND ~_id = ?
            """;

    private final Database database;

    JdbcDocumentStore(Database database) {
        this.database = database;
    }

    @Override
    public <D extends VersionedDocument> List<ActiveDocument<D>> active(DocumentKind<D> kind, UUID workspaceId) {
        return database.query(
                of(kind, """
                        SELECT h.~_id AS id, v.number, v.document FROM ~ h JOIN ~_version v
                        ON v.workspace_id = h.workspace_id AND v.~_id = h.~_id AND v.number = h.active_version
                        WHERE h.workspace_id = ? ORDER BY h.~_key
                        """),
                row -> new ActiveDocument<>(row.uuid("id"), row.integer("number"), document(kind, row)),
                workspaceId);
    }

    @Override
    public <D extends VersionedDocument> List<DocumentHead> list(
            DocumentKind<D> kind, UUID workspaceId, String behind, int limit) {
        return database.query(
                of(kind, HEADS + " AND h.~_key > ? ORDER BY h.~_key LIMIT ?"),
                row -> head(kind, row),
                workspaceId,
                behind,
                limit);
    }

    @Override
    public <D extends VersionedDocument> Optional<DocumentHead> find(DocumentKind<D> kind, UUID workspaceId, UUID id) {
        return database.one(of(kind, HEADS + " AND h.~_id = ?"), row -> head(kind, row), workspaceId, id);
    }

    @Override
    public <D extends VersionedDocument> Optional<DocumentHead> findByKey(
            DocumentKind<D> kind, UUID workspaceId, String key) {
        return database.one(of(kind, HEADS + " AND h.~_key = ?"), row -> head(kind, row), workspaceId, key);
    }

    @Override
    public <D extends VersionedDocument> void lock(DocumentKind<D> kind, UUID workspaceId, String key) {
        database.lock(kind.name() + "|" + workspaceId + "|" + key);
    }

    @Override
    public <D extends VersionedDocument> List<DocumentVersion<D>> versions(
            DocumentKind<D> kind, UUID workspaceId, UUID id, int before, int limit) {
        return database.query(
                of(kind, VERSIONS + " AND number < ? ORDER BY number DESC LIMIT ?"),
                row -> version(kind, row),
                workspaceId,
                id,
                before,
                limit);
    }

    @Override
    public <D extends VersionedDocument> Optional<DocumentVersion<D>> version(
            DocumentKind<D> kind, UUID workspaceId, UUID id, int version) {
        return database.one(
                of(kind, VERSIONS + " AND number = ?"), row -> version(kind, row), workspaceId, id, version);
    }

    @Override
    public <D extends VersionedDocument> void add(
            DocumentKind<D> kind, UUID workspaceId, UUID id, String key, Instant at) {
        database.update(
                of(kind, "INSERT INTO ~ (workspace_id, ~_id, ~_key, version, changed_at) VALUES (?, ?, ?, 1, ?)"),
                workspaceId,
                id,
                key,
                at);
    }

    @Override
    public <D extends VersionedDocument> void saveDraft(
            DocumentKind<D> kind, UUID workspaceId, UUID id, int version, D document, String by, Instant at) {
        int written = database.update(of(kind, """
                        INSERT INTO ~_version AS v (workspace_id, ~_id, number, state, document, changed_by, changed_at)
                        VALUES (?, ?, ?, 'DRAFT', ?, ?, ?)
                        ON CONFLICT (workspace_id, ~_id, number) DO UPDATE SET document = excluded.document,
                          changed_by = excluded.changed_by, changed_at = excluded.changed_at WHERE v.state = 'DRAFT'
                        """), workspaceId, id, version, text(document), by, at);
        if (written != 1) {
            throw new IllegalStateException("a published version never changes");
        }
        database.update(
                of(kind, "UPDATE ~ SET version = version + 1, changed_at = ? WHERE workspace_id = ? AND ~_id = ?"),
                at,
                workspaceId,
                id);
    }

    @Override
    public <D extends VersionedDocument> void publish(
            DocumentKind<D> kind, UUID workspaceId, UUID id, int version, Instant at) {
        database.update(of(kind, """
                        UPDATE ~_version SET state = 'PUBLISHED', published_at = ?
                        WHERE workspace_id = ? AND ~_id = ? AND number = ? AND state = 'DRAFT'
                        """), at, workspaceId, id, version);
        database.update(of(kind, """
                        UPDATE ~ SET active_version = ?, version = version + 1, changed_at = ?
                        WHERE workspace_id = ? AND ~_id = ?
                        """), version, at, workspaceId, id);
    }

    private static String of(DocumentKind<?> kind, String statement) {
        return statement.replace("~", kind.name());
    }

    private static <D extends VersionedDocument> DocumentHead head(DocumentKind<D> kind, Row row) {
        return new DocumentHead(
                row.uuid("id"),
                row.text("key"),
                document(kind, row).name(),
                row.findInteger("active_version"),
                row.number("version"));
    }

    private static <D extends VersionedDocument> DocumentVersion<D> version(DocumentKind<D> kind, Row row) {
        return new DocumentVersion<>(
                row.uuid("id"),
                row.integer("number"),
                State.valueOf(row.text("state")),
                document(kind, row),
                row.instant("changed_at"),
                row.text("changed_by"),
                row.findInstant("published_at"));
    }

    private static <D extends VersionedDocument> D document(DocumentKind<D> kind, Row row) {
        try {
            return EventJson.mapper().readValue(row.text("document"), kind.type());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept " + kind.name() + " cannot be read", e);
        }
    }

    private static String text(VersionedDocument document) {
        try {
            return EventJson.mapper().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document cannot be written", e);
        }
    }
}
