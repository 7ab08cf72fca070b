package dev.minori.kit.workspace;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells the database for whom a transaction speaks, as its first statement. The pool calls it once when a transaction
 * takes its connection, however the transaction began (REQUIRED, REQUIRES_NEW, consumer, scheduler, plain JDBC), so
 * nobody can forget it. The setting is local to the transaction and gone with it. Without a workspace nothing is set,
 * and row-level security makes every statement on tenant data fail.
 */
@Singleton
public class WorkspaceConnectionHook implements AgroalPoolInterceptor {
    /** The setting that the row-level security policies read. */
    public static final String SETTING = "minori.workspace";

    @Override
    public void onConnectionAcquire(Connection connection) {
        Optional<UUID> workspaceId = WorkspaceContext.find();
        if (workspaceId.isEmpty()) {
            return;
        }
        try {
            if (connection.getAutoCommit()) {
                return; // Outside a transaction a local setting would be gone at once: let the statement fail.
            }
            bind(connection, workspaceId.get());
        } catch (SQLException failed) {
            throw new IllegalStateException("could not bind the workspace to the transaction", failed);
        }
    }

    /** Binds the current transaction of a connection that does not come from the pool. */
    public static void bind(Connection connection, UUID workspaceId) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select set_config('" + SETTING + "', ?, true)")) {
            set.setString(1, workspaceId.toString());
            set.execute();
        }
    }
}
