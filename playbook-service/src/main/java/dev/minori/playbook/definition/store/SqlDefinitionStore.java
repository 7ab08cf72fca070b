package dev.minori.playbook.definition.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.definition.Definition;
import dev.minori.playbook.definition.DefinitionKind;
import dev.minori.playbook.definition.DefinitionStore;
import dev.minori.playbook.definition.DefinitionVersion;
import dev.minori.playbook.text.LocalText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Documents in tables {@code definition} and {@code definition_version}. */
@ApplicationScoped
class SqlDefinitionStore implements DefinitionStore {
    private static final String SELECT = """
            select id, kind, key, name_ja, name_en, segment_key, published_version, first_published_at, paused, revision,
              created_at, updated_at
            from definition where workspace_id = ? and kind = ?
            """;

    private final Database database;

    SqlDefinitionStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Definition> find(DefinitionKind kind, UUID id) {
        return database.one(SELECT + " and id = ?", SqlDefinitionStore::read, ws(), kind.wireName(), id);
    }

    @Override
    public Optional<Definition> lock(DefinitionKind kind, String key) {
        database.lock("definition|" + ws() + "|" + kind.wireName() + "|" + key);
        return findByKey(kind, key);
    }

    @Override
    public Optional<Definition> findByKey(DefinitionKind kind, String key) {
        return database.one(SELECT + " and key = ?", SqlDefinitionStore::read, ws(), kind.wireName(), key);
    }

    @Override
    public List<Definition> list(DefinitionKind kind, String behind, int limit) {
        return database.query(
                SELECT + " and key > ? order by key limit ?",
                SqlDefinitionStore::read,
                ws(),
                kind.wireName(),
                behind,
                limit);
    }

    @Override
    public List<Definition> listPublished(DefinitionKind kind, String segmentKey) {
        return database.query(
                SELECT + " and segment_key = ? and published_version is not null order by key",
                SqlDefinitionStore::read,
                ws(),
                kind.wireName(),
                segmentKey);
    }

    @Override
    public void insert(Definition definition) {
        database.update(
                """
                insert into definition (workspace_id, id, kind, key, name_ja, name_en, segment_key, published_version,
                  first_published_at, paused, revision, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                ws(),
                definition.id(),
                definition.kind().wireName(),
                definition.key(),
                definition.name().ja(),
                definition.name().en(),
                definition.segmentKey(),
                definition.publishedVersion(),
                definition.firstPublishedAt(),
                definition.paused(),
                definition.revision(),
                definition.createdAt(),
                definition.updatedAt());
    }

    @Override
    public void update(Definition definition) {
        database.update(
                """
                update definition set name_ja = ?, name_en = ?, segment_key = ?, published_version = ?,
                  first_published_at = ?, paused = ?, revision = ?, updated_at = ?
                where workspace_id = ? and id = ?
                """,
                definition.name().ja(),
                definition.name().en(),
                definition.segmentKey(),
                definition.publishedVersion(),
                definition.firstPublishedAt(),
                definition.paused(),
                definition.revision(),
                definition.updatedAt(),
                ws(),
                definition.id());
    }

    @Override
    public List<DefinitionVersion> listVersions(UUID definitionId, int before, int limit) {
        return database.query("""
                select * from definition_version where workspace_id = ? and definition_id = ? and version < ?
                order by version desc limit ?
                """, SqlDefinitionStore::readVersion, ws(), definitionId, before, limit);
    }

    @Override
    public Optional<DefinitionVersion> findVersion(UUID definitionId, int version) {
        return database.one(
                "select * from definition_version where workspace_id = ? and definition_id = ? and version = ?",
                SqlDefinitionStore::readVersion,
                ws(),
                definitionId,
                version);
    }

    @Override
    public void saveVersion(DefinitionVersion version) {
        database.update(
                """
                insert into definition_version (workspace_id, definition_id, version, state, document, saved_at, saved_by,
                  published_at, published_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, definition_id, version) do update
                set state = excluded.state, document = excluded.document, saved_at = excluded.saved_at,
                  saved_by = excluded.saved_by, published_at = excluded.published_at, published_by = excluded.published_by
                where definition_version.state = 'draft'
                """,
                ws(),
                version.definitionId(),
                version.version(),
                version.published() ? "published" : "draft",
                version.document(),
                version.savedAt(),
                version.savedBy(),
                version.publishedAt(),
                version.publishedBy());
    }

    private static UUID ws() {
        return WorkspaceContext.current();
    }

    private static Definition read(Row row) {
        return new Definition(
                row.uuid("id"),
                row.text("kind").equals(DefinitionKind.PLAYBOOK.wireName())
                        ? DefinitionKind.PLAYBOOK
                        : DefinitionKind.ALERT_RULE,
                row.text("key"),
                new LocalText(row.text("name_ja"), row.text("name_en")),
                row.findText("segment_key"),
                row.findInteger("published_version"),
                row.findInstant("first_published_at"),
                row.flag("paused"),
                row.number("revision"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    private static DefinitionVersion readVersion(Row row) {
        return new DefinitionVersion(
                row.uuid("definition_id"),
                row.integer("version"),
                row.text("state").equals("published"),
                row.text("document"),
                row.instant("saved_at"),
                row.text("saved_by"),
                row.findInstant("published_at"),
                row.findText("published_by"));
    }
}
