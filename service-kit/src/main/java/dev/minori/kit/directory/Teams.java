package dev.minori.kit.directory;

import dev.minori.events.DirectoryEvent.TeamChanged;
import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The teams of the current workspace. */
@ApplicationScoped
public class Teams {
    private final Database database;

    Teams(Database database) {
        this.database = database;
    }

    /** A group of members. */
    public record Team(UUID id, String name) {}

    /** The teams that exist now, by name. */
    @Transactional
    public List<Team> list() {
        return database.query(
                "select team_id, name from directory_team where workspace_id = ? and active order by name, team_id",
                row -> new Team(row.uuid("team_id"), row.text("name")),
                WorkspaceContext.current());
    }

    /** Newer wins. */
    @Transactional(Transactional.TxType.MANDATORY)
    void apply(TeamChanged changed) {
        database.update(
                """
                insert into directory_team as d (workspace_id, team_id, version, name, active) values (?, ?, ?, ?, ?)
                on conflict (workspace_id, team_id) do update
                  set version = excluded.version, name = excluded.name, active = excluded.active
                where d.version < excluded.version
                """, WorkspaceContext.current(), changed.teamId(), changed.version(), changed.name(), changed.active());
    }
}
