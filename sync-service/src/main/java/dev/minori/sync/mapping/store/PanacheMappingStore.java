package dev.minori.sync.mapping.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.mapping.MappingStore;
import dev.minori.sync.mapping.MappingVersion;
import dev.minori.sync.mapping.TableMapping;
import dev.minori.sync.mapping.document.MappingFormat;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Mappings as entities, flushed at once: of two changes of one draft the later is refused as stale. Published versions are
 * rows that are written once.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PanacheMappingStore implements MappingStore, PanacheRepositoryBase<TableMappingEntity, UUID> {
    private final Database database;

    PanacheMappingStore(Database database) {
        this.database = database;
    }

    @Override
    public void lock() {
        database.lock("mappings|" + WorkspaceContext.current());
    }

    @Override
    public Optional<TableMapping> find(UUID id) {
        return findByIdOptional(id).map(TableMappingEntity::toMapping);
    }

    @Override
    public Optional<TableMapping> findByName(String name) {
        return find("name", name).singleResultOptional().map(TableMappingEntity::toMapping);
    }

    @Override
    public List<TableMapping> list(@Nullable UUID after, int limit) {
        return find("id > ?1 order by id", after == null ? new UUID(0, 0) : after).range(0, limit - 1).stream()
                .map(TableMappingEntity::toMapping)
                .toList();
    }

    @Override
    public List<TableMapping> listPublished() {
        return find("publishedVersion is not null order by id").stream()
                .map(TableMappingEntity::toMapping)
                .toList();
    }

    @Override
    public TableMapping save(TableMapping mapping) {
        TableMappingEntity stored =
                findByIdOptional(mapping.id()).orElseGet(() -> new TableMappingEntity(mapping.id()));
        stored.change(mapping);
        persistAndFlush(stored);
        return stored.toMapping();
    }

    @Override
    public void add(MappingVersion version) {
        database.update(
                """
                insert into table_mapping_version
                  (workspace_id, mapping_id, version, document, published_at, published_by, restores)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                WorkspaceContext.current(),
                version.mappingId(),
                version.version(),
                MappingFormat.JSON.write(version.document()),
                version.publishedAt(),
                version.publishedBy(),
                version.restores());
    }

    @Override
    public Optional<MappingVersion> findVersion(UUID mappingId, int version) {
        return database.one(
                "select * from table_mapping_version where workspace_id = ? and mapping_id = ? and version = ?",
                PanacheMappingStore::version,
                WorkspaceContext.current(),
                mappingId,
                version);
    }

    @Override
    public List<MappingVersion> listVersions(UUID mappingId, int before, int limit) {
        return database.query("""
                select * from table_mapping_version where workspace_id = ? and mapping_id = ? and version < ?
                order by version desc limit ?
                """, PanacheMappingStore::version, WorkspaceContext.current(), mappingId, before, limit);
    }

    private static MappingVersion version(Row row) {
        return new MappingVersion(
                row.uuid("mapping_id"),
                row.integer("version"),
                MappingFormat.JSON.read(row.text("document")),
                row.instant("published_at"),
                row.text("published_by"),
                row.findInteger("restores"));
    }
}
