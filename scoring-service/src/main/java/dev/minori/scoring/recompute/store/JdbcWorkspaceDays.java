package dev.minori.scoring.recompute.store;

import dev.minori.scoring.recompute.WorkspaceDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;

/** One row a workspace: of two processes that see the new day only one moves it. */
@ApplicationScoped
class JdbcWorkspaceDays implements WorkspaceDays {
    private final DataSource database;

    JdbcWorkspaceDays(DataSource database) {
        this.database = database;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean enter(UUID workspaceId, LocalDate day) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        INSERT INTO workspace_day AS d (workspace_id, day) VALUES (?, ?)
                        ON CONFLICT (workspace_id) DO UPDATE SET day = excluded.day WHERE d.day <> excluded.day
                        RETURNING old.day
                        """)) {
            statement.setObject(1, workspaceId);
            statement.setObject(2, day);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getObject(1, LocalDate.class) != null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the workspace's day could not be kept", e);
        }
    }
}
