package dev.minori.sync.connection.store;

import dev.minori.sync.connection.Connection;
import dev.minori.sync.source.ApiAllowance;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Writes only the columns that changed: a run may note others meanwhile. */
@Entity
@DynamicUpdate
@Table(name = "connection")
class ConnectionEntity {
    @Id
    UUID id;

    @TenantId
    UUID workspaceId;

    @Version
    long version = 1;

    @Column
    String name;

    @Column
    String system;

    @Column
    String settings;

    @Column
    @Nullable
    Instant blockedUntil;

    @Column
    boolean needsReconnect;

    @Column
    @Nullable
    Long allowanceUsed;

    @Column
    @Nullable
    Long allowanceLimit;

    /** Sealed secrets by field. A new secret is a new version of the connection. */
    @ElementCollection
    @CollectionTable(name = "connection_secret", joinColumns = @JoinColumn(name = "connection_id"))
    @MapKeyColumn(name = "field")
    @Column(name = "sealed")
    Map<String, byte[]> secrets = new HashMap<>();

    protected ConnectionEntity() {}

    ConnectionEntity(UUID id) {
        this.id = id;
    }

    /** A connection that somebody changed is tried again. */
    void change(Connection connection, Map<String, byte[]> sealed) {
        this.name = connection.name();
        this.system = connection.settings().system();
        this.settings = SettingsJson.write(connection.settings());
        this.blockedUntil = null;
        this.needsReconnect = false;
        this.secrets.keySet().retainAll(sealed.keySet());
        this.secrets.putAll(sealed);
    }

    Connection toConnection() {
        return new Connection(
                id,
                name,
                SettingsJson.read(system, settings),
                version,
                blockedUntil,
                needsReconnect,
                allowanceUsed == null || allowanceLimit == null
                        ? null
                        : new ApiAllowance(allowanceUsed, allowanceLimit));
    }
}
