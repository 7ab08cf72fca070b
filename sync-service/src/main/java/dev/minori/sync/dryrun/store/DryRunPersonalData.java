package dev.minori.sync.dryrun.store;

import dev.minori.kit.erasure.Erasure;
import dev.minori.kit.erasure.PersonalData;
import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** What dry runs found is a preview that can be had again: an erasure forgets all of it, whoever it tells of. */
@ApplicationScoped
class DryRunPersonalData implements PersonalData {
    @Override
    public String name() {
        return "dry runs";
    }

    @Override
    public int erase(Connection connection, Erasure erasure) throws SQLException {
        return Database.update(
                connection, "delete from dry_run_row where workspace_id = ?", WorkspaceContext.current());
    }
}
