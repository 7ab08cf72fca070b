package dev.minori.sync.mapping.store;

import dev.minori.events.fact.Dataset;
import dev.minori.sync.mapping.TableMapping;
import dev.minori.sync.mapping.document.MappingFormat;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "table_mapping")
class TableMappingEntity {
    @Id
    UUID id;

    @TenantId
    UUID workspaceId;

    @Version
    long version = 1;

    @Column
    String name;

    @Column
    UUID connectionId;

    @Column
    String objectName;

    @Column
    String dataset;

    @Column
    String draft;

    @Column
    @Nullable
    Integer publishedVersion;

    protected TableMappingEntity() {}

    TableMappingEntity(UUID id) {
        this.id = id;
    }

    void change(TableMapping mapping) {
        this.name = mapping.name();
        this.connectionId = mapping.connectionId();
        this.objectName = mapping.objectName();
        this.dataset = mapping.dataset().wireName();
        this.draft = MappingFormat.JSON.write(mapping.draft());
        this.publishedVersion = mapping.publishedVersion();
    }

    TableMapping toMapping() {
        return new TableMapping(
                id,
                name,
                connectionId,
                objectName,
                Dataset.of(dataset),
                MappingFormat.JSON.read(draft),
                publishedVersion,
                version);
    }
}
