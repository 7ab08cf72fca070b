package dev.minori.notification.delivery.store;

import dev.minori.kit.erasure.Erasure;
import dev.minori.kit.erasure.PersonalData;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Texts of deliveries that quote records of a person. */
@ApplicationScoped
class DeliveredQuotes implements PersonalData {
    @Override
    public String name() {
        return "deliveries";
    }

    @Override
    public int erase(Connection connection, Erasure erasure) throws SQLException {
        String sql = """
                update delivery set data = '{}', subject = null, body = null, erased_at = now(), updated_at = now()
                where workspace_id = ? and erased_at is null and id in
                  (select delivery_id from delivery_quote where workspace_id = ? and fact_id = any (?))
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, WorkspaceContext.current());
            update.setObject(2, WorkspaceContext.current());
            update.setArray(
                    3, connection.createArrayOf("uuid", erasure.allFactIds().toArray(UUID[]::new)));
            return update.executeUpdate();
        }
    }
}
