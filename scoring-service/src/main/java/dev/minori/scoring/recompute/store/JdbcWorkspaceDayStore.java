package dev.minori.scoring.recompute.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.scoring.recompute.WorkspaceDay;
import dev.minori.scoring.recompute.WorkspaceDayStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** One row a workspace: of two processes that see the new day only one moves it. */
@ApplicationScoped
@Transactional
class JdbcWorkspaceDayStore implements WorkspaceDayStore {
    private static final String FIND =
            "SELECT day, usage_until, arriving, arriving_since FROM workspace_day WHERE workspace_id = ?";

    private final Database database;

    JdbcWorkspaceDayStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<WorkspaceDay> find(UUID workspaceId) {
        return database.one(FIND, JdbcWorkspaceDayStore::day, workspaceId);
    }

    @Override
    public Optional<WorkspaceDay> lock(UUID workspaceId) {
        return database.one(FIND + " FOR UPDATE", JdbcWorkspaceDayStore::day, workspaceId);
    }

    @Override
    public void keep(UUID workspaceId, WorkspaceDay day) {
        database.update("""
                INSERT INTO workspace_day (workspace_id, day, usage_until, arriving, arriving_since)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (workspace_id) DO UPDATE SET day = excluded.day, usage_until = excluded.usage_until,
                  arriving = excluded.arriving, arriving_since = excluded.arriving_since
                """, workspaceId, day.today(), day.usageUntil(), day.arriving(), day.arrivingSince());
    }

    @Override
    public Optional<LocalDate> newestUsage(UUID workspaceId, LocalDate before) {
        return database.one("""
                SELECT day FROM usage_current WHERE workspace_id = ? AND day < ? AND NOT removed
                ORDER BY day DESC LIMIT 1
                """, row -> row.day("day"), workspaceId, before);
    }

    /** Before windows were held back, they ended with the day before the current one. */
    private static WorkspaceDay day(Row row) {
        LocalDate today = row.day("day");
        LocalDate until = row.findDay("usage_until");
        return new WorkspaceDay(
                today,
                until == null ? today.minusDays(1) : until,
                row.findDay("arriving"),
                row.findInstant("arriving_since"));
    }
}
