package dev.minori.sync.intake.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.intake.IntakeKey;
import dev.minori.sync.intake.IntakeKeyStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcIntakeKeyStore implements IntakeKeyStore {
    /** Those that let in are few; whoever renews keys every month for ten years revokes as many as this. */
    private static final int MOST_LISTED = 120;

    private final Database database;

    JdbcIntakeKeyStore(Database database) {
        this.database = database;
    }

    @Override
    public List<IntakeKey> list(UUID connectionId) {
        return database.query("""
                select * from (
                    select * from intake_key where workspace_id = ? and connection_id = ?
                    order by (revoked_at is null) desc, id desc
                    limit ?) newest
                order by id
                """, JdbcIntakeKeyStore::key, WorkspaceContext.current(), connectionId, MOST_LISTED);
    }

    @Override
    public Optional<IntakeKey> find(UUID id) {
        return database.one(
                "select * from intake_key where workspace_id = ? and id = ?",
                JdbcIntakeKeyStore::key,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public Optional<byte[]> hashOf(UUID id) {
        return database.one(
                "select hash from intake_key where workspace_id = ? and id = ?",
                row -> row.bytes("hash"),
                WorkspaceContext.current(),
                id);
    }

    @Override
    public void add(IntakeKey key, byte[] hash) {
        database.update(
                """
                insert into intake_key (workspace_id, id, connection_id, name, hash, created_at, created_by)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                WorkspaceContext.current(),
                key.id(),
                key.connectionId(),
                key.name(),
                hash,
                key.createdAt(),
                key.createdBy());
    }

    @Override
    public void revoke(UUID id, Instant at) {
        database.update(
                "update intake_key set revoked_at = ? where workspace_id = ? and id = ? and revoked_at is null",
                at,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public boolean use(UUID id, Instant now, Instant minute, int mostCalls) {
        return database.update("""
                        update intake_key set last_used_at = ?, minute = ?,
                          minute_calls = case when minute = ? then minute_calls + 1 else 1 end
                        where workspace_id = ? and id = ? and (minute <> ? or minute_calls < ?)
                        """, now, minute, minute, WorkspaceContext.current(), id, minute, mostCalls) == 1;
    }

    @Override
    public void forget(UUID connectionId) {
        database.update(
                "delete from intake_key where workspace_id = ? and connection_id = ?",
                WorkspaceContext.current(),
                connectionId);
    }

    private static IntakeKey key(Row row) {
        return new IntakeKey(
                row.uuid("id"),
                row.uuid("connection_id"),
                row.text("name"),
                row.instant("created_at"),
                row.text("created_by"),
                row.findInstant("last_used_at"),
                row.findInstant("revoked_at"));
    }
}
