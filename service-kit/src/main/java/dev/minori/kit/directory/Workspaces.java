package dev.minori.kit.directory;

import dev.minori.events.DirectoryEvent.WorkspaceChanged;
import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The workspaces this installation knows. Readable without a workspace: schedulers go through all of them. */
@ApplicationScoped
public class Workspaces {
    private final Database database;

    Workspaces(Database database) {
        this.database = database;
    }

    /** The workspace; empty while nothing was heard of it. */
    @Transactional
    public Optional<Workspace> find(UUID id) {
        return database.one("""
                select workspace_id, name, zone, fiscal_year_start_month, currency, visibility
                from directory_workspace where workspace_id = ?
                """, Workspaces::read, id);
    }

    /** The ids of all workspaces. */
    @Transactional
    public List<UUID> list() {
        return database.query(
                "select workspace_id from directory_workspace order by workspace_id", row -> row.uuid("workspace_id"));
    }

    /** Newer wins. */
    @Transactional(Transactional.TxType.MANDATORY)
    void apply(UUID id, WorkspaceChanged changed) {
        database.update(
                """
                insert into directory_workspace as d
                  (workspace_id, version, name, zone, fiscal_year_start_month, currency, visibility)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id) do update set version = excluded.version, name = excluded.name,
                  zone = excluded.zone, fiscal_year_start_month = excluded.fiscal_year_start_month,
                  currency = excluded.currency, visibility = excluded.visibility
                where d.version < excluded.version
                """,
                id,
                changed.version(),
                changed.name(),
                ZoneId.of(changed.zone()).getId(),
                changed.fiscalYearStartMonth(),
                changed.currency(),
                changed.visibility());
    }

    private static Workspace read(Row row) {
        return new Workspace(
                row.uuid("workspace_id"),
                row.text("name"),
                ZoneId.of(row.text("zone")),
                row.integer("fiscal_year_start_month"),
                row.text("currency"),
                row.text("visibility"));
    }
}
