package dev.minori.sync.connection.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.connection.Connection;
import dev.minori.sync.connection.ConnectionStore;
import dev.minori.sync.connection.SecretBox;
import dev.minori.sync.connection.Secrets;
import dev.minori.sync.source.ApiAllowance;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection and its sealed secrets as one entity, flushed at once. What runs note about it is written past the entity,
 * by single statements: it is no change of the connection, so it neither moves the version nor waits for an editor.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PanacheConnectionStore implements ConnectionStore, PanacheRepositoryBase<ConnectionEntity, UUID> {
    private final Database database;
    private final SecretBox box;

    PanacheConnectionStore(Database database, SecretBox box) {
        this.database = database;
        this.box = box;
    }

    @Override
    public void lock() {
        database.lock("connections|" + WorkspaceContext.current());
    }

    @Override
    public Optional<Connection> find(UUID id) {
        return findByIdOptional(id).map(ConnectionEntity::toConnection);
    }

    @Override
    public Optional<Connection> findByName(String name) {
        return find("name", name).singleResultOptional().map(ConnectionEntity::toConnection);
    }

    @Override
    public List<Connection> list(@Nullable UUID after, int limit) {
        return find("id > ?1 order by id", after == null ? new UUID(0, 0) : after).range(0, limit - 1).stream()
                .map(ConnectionEntity::toConnection)
                .toList();
    }

    @Override
    public void save(Connection connection, Secrets secrets) {
        ConnectionEntity stored =
                findByIdOptional(connection.id()).orElseGet(() -> new ConnectionEntity(connection.id()));
        stored.change(connection, sealed(connection.id(), secrets));
        persistAndFlush(stored);
    }

    private Map<String, byte[]> sealed(UUID id, Secrets secrets) {
        Map<String, byte[]> sealed = new HashMap<>();
        secrets.fields().forEach(field -> sealed.put(field, box.seal(id, field, secrets.get(field))));
        return sealed;
    }

    @Override
    public Secrets secretsOf(UUID id) {
        Map<String, String> opened = new HashMap<>();
        findByIdOptional(id)
                .ifPresent(stored ->
                        stored.secrets.forEach((field, secret) -> opened.put(field, box.open(id, field, secret))));
        return new Secrets(opened);
    }

    @Override
    public void delete(UUID id) {
        deleteById(id);
        flush();
        database.update(
                "delete from owner_link where workspace_id = ? and connection_id = ?", WorkspaceContext.current(), id);
    }

    @Override
    public boolean isInUse(UUID id) {
        return database.one(
                        "select id from table_mapping where workspace_id = ? and connection_id = ? limit 1",
                        row -> row.uuid("id"),
                        WorkspaceContext.current(),
                        id)
                .isPresent();
    }

    @Override
    public void block(UUID id, Instant until) {
        update("blockedUntil = ?1 where id = ?2 and (blockedUntil is null or blockedUntil < ?1)", until, id);
    }

    @Override
    public void noteSignIn(UUID id, boolean accepted) {
        update("needsReconnect = ?1 where id = ?2 and needsReconnect <> ?1", !accepted, id);
    }

    @Override
    public void noteAllowance(UUID id, ApiAllowance allowance) {
        update("allowanceUsed = ?1, allowanceLimit = ?2 where id = ?3", allowance.used(), allowance.limit(), id);
    }
}
