package dev.minori.sync.run.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.run.StandingRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcStandingRuns implements StandingRuns {
    private final Database database;

    JdbcStandingRuns(Database database) {
        this.database = database;
    }

    @Override
    public Optional<UUID> find(UUID mappingId, int mappingVersion, Instant hour) {
        return database.one(
                """
                select run_id from standing_run
                where workspace_id = ? and mapping_id = ? and mapping_version = ? and hour = ?
                """, row -> row.uuid("run_id"), WorkspaceContext.current(), mappingId, mappingVersion, hour);
    }

    @Override
    public void note(UUID mappingId, int mappingVersion, Instant hour, UUID runId) {
        database.update("""
                insert into standing_run (workspace_id, mapping_id, mapping_version, hour, run_id)
                values (?, ?, ?, ?, ?)
                on conflict (workspace_id, mapping_id) do update set mapping_version = excluded.mapping_version,
                  hour = excluded.hour, run_id = excluded.run_id
                """, WorkspaceContext.current(), mappingId, mappingVersion, hour, runId);
    }
}
