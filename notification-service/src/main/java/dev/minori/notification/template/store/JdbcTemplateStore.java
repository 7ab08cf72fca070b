package dev.minori.notification.template.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.template.TemplateCodec;
import dev.minori.notification.template.TemplateStore;
import dev.minori.notification.template.TemplateVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JdbcTemplateStore implements TemplateStore {
    private static final String SELECT = """
            select template_key, version, revision, document, published_at, created_by, created_at,
              (select max(p.version) from template_version p where p.workspace_id = t.workspace_id
               and p.template_key = t.template_key and p.published_at is not null) as published_version
            from template_version t
            """;

    private final Database database;
    private final TemplateCodec codec;

    JdbcTemplateStore(Database database, TemplateCodec codec) {
        this.database = database;
        this.codec = codec;
    }

    @Override
    public List<TemplateVersion> listNewest(String behindKey, int limit) {
        return database.query(
                "select distinct on (template_key) * from (" + SELECT
                        + "where workspace_id = ? and template_key > ?) v order by template_key, version desc limit ?",
                this::read,
                WorkspaceContext.current(),
                behindKey,
                limit);
    }

    @Override
    public List<TemplateVersion> listVersions(String key, int before, int limit) {
        return database.query(
                SELECT + "where workspace_id = ? and template_key = ? and version < ? order by version desc limit ?",
                this::read,
                WorkspaceContext.current(),
                key,
                before,
                limit);
    }

    @Override
    public Optional<TemplateVersion> findVersion(String key, int version) {
        return database.one(
                SELECT + "where workspace_id = ? and template_key = ? and version = ?",
                this::read,
                WorkspaceContext.current(),
                key,
                version);
    }

    @Override
    public Optional<TemplateVersion> findNewest(String key, boolean lock) {
        if (lock) {
            // The first version has no row to lock yet, so its key is locked.
            database.query(
                    "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                    row -> true,
                    "template " + WorkspaceContext.current() + " " + key);
        }
        return database.one(
                SELECT + "where workspace_id = ? and template_key = ? order by version desc limit 1",
                this::read,
                WorkspaceContext.current(),
                key);
    }

    @Override
    public Optional<TemplateVersion> findPublished(String key) {
        return database.one(
                SELECT
                        + "where workspace_id = ? and template_key = ? and published_at is not null"
                        + " order by version desc limit 1",
                this::read,
                WorkspaceContext.current(),
                key);
    }

    @Override
    public void insert(TemplateVersion version) {
        database.update(
                """
                insert into template_version (workspace_id, template_key, version, revision, document, created_by,
                  created_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?)
                """,
                WorkspaceContext.current(),
                version.document().key(),
                version.version(),
                version.revision(),
                codec.write(version.document()),
                version.createdBy(),
                version.createdAt());
    }

    @Override
    public void replaceDraft(TemplateVersion version) {
        database.update(
                """
                update template_version set document = ?::jsonb, revision = ?, created_by = ?, created_at = ?
                where workspace_id = ? and template_key = ? and version = ? and published_at is null
                """,
                codec.write(version.document()),
                version.revision(),
                version.createdBy(),
                version.createdAt(),
                WorkspaceContext.current(),
                version.document().key(),
                version.version());
    }

    @Override
    public void publish(String key, int version, Instant now) {
        database.update("""
                update template_version set published_at = ?, revision = revision + 1
                where workspace_id = ? and template_key = ? and version = ? and published_at is null
                """, now, WorkspaceContext.current(), key, version);
    }

    private TemplateVersion read(Row row) {
        return new TemplateVersion(
                row.integer("version"),
                row.number("revision"),
                codec.read(row.text("document")),
                row.findInteger("published_version"),
                row.findInstant("published_at"),
                row.text("created_by"),
                row.instant("created_at"));
    }
}
