package dev.minori.sync.mapping.store;

import dev.minori.events.fact.Dataset;
import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.mapping.MappingStore;
import dev.minori.sync.mapping.MappingVersion;
import dev.minori.sync.mapping.TableMapping;
import dev.minori.sync.mapping.document.MappingFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcMappingStore implements MappingStore {
    private final Database database;

    JdbcMappingStore(Database database) {
        this.database = database;
    }

    @Override
    public void lock() {
        database.lock("mappings|" + WorkspaceContext.current());
    }

    @Override
    public Optional<TableMapping> find(UUID id) {
        return database.one(
                "select * from table_mapping where workspace_id = ? and id = ?",
                JdbcMappingStore::mapping,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public Optional<TableMapping> findByName(String name) {
        return database.one(
                "select * from table_mapping where workspace_id = ? and name = ?",
                JdbcMappingStore::mapping,
                WorkspaceContext.current(),
                name);
    }

    @Override
    public List<TableMapping> list(@Nullable UUID after, int limit) {
        return database.query(
                "select * from table_mapping where workspace_id = ? and id > ? order by id limit ?",
                JdbcMappingStore::mapping,
                WorkspaceContext.current(),
                after == null ? new UUID(0, 0) : after,
                limit);
    }

    @Override
    public List<TableMapping> listAll() {
        return database.query(
                "select * from table_mapping where workspace_id = ? order by id",
                JdbcMappingStore::mapping,
                WorkspaceContext.current());
    }

    @Override
    public void save(TableMapping mapping) {
        database.update(
                """
                insert into table_mapping
                  (workspace_id, id, name, connection_id, object_name, dataset, draft, published_version, version)
                values (?, ?, ?, ?, ?, ?, ?, ?::integer, ?)
                on conflict (workspace_id, id) do update set name = excluded.name,
                  connection_id = excluded.connection_id, object_name = excluded.object_name,
                  dataset = excluded.dataset, draft = excluded.draft,
                  published_version = excluded.published_version, version = excluded.version
                """,
                WorkspaceContext.current(),
                mapping.id(),
                mapping.name(),
                mapping.connectionId(),
                mapping.objectName(),
                mapping.dataset().wireName(),
                MappingFormat.JSON.write(mapping.draft()),
                mapping.publishedVersion(),
                mapping.version());
    }

    @Override
    public void add(MappingVersion version) {
        database.update(
                """
                insert into table_mapping_version
                  (workspace_id, mapping_id, version, document, published_at, published_by)
                values (?, ?, ?, ?, ?, ?)
                """,
                WorkspaceContext.current(),
                version.mappingId(),
                version.version(),
                MappingFormat.JSON.write(version.document()),
                version.publishedAt(),
                version.publishedBy());
    }

    @Override
    public Optional<MappingVersion> findVersion(UUID mappingId, int version) {
        return database.one(
                "select * from table_mapping_version where workspace_id = ? and mapping_id = ? and version = ?",
                JdbcMappingStore::version,
                WorkspaceContext.current(),
                mappingId,
                version);
    }

    @Override
    public List<MappingVersion> listVersions(UUID mappingId) {
        return database.query("""
                select * from table_mapping_version where workspace_id = ? and mapping_id = ?
                order by version desc
                """, JdbcMappingStore::version, WorkspaceContext.current(), mappingId);
    }

    private static TableMapping mapping(Row row) {
        return new TableMapping(
                row.uuid("id"),
                row.text("name"),
                row.uuid("connection_id"),
                row.text("object_name"),
                Dataset.of(row.text("dataset")),
                MappingFormat.JSON.read(row.text("draft")),
                row.findInteger("published_version"),
                row.number("version"));
    }

    private static MappingVersion version(Row row) {
        return new MappingVersion(
                row.uuid("mapping_id"),
                row.integer("version"),
                MappingFormat.JSON.read(row.text("document")),
                row.instant("published_at"),
                row.text("published_by"));
    }
}
