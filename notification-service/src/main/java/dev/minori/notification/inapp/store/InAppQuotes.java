package dev.minori.notification.inapp.store;

import dev.minori.kit.erasure.Erasure;
import dev.minori.kit.erasure.PersonalData;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** In-app notifications that quote records of a person. */
@ApplicationScoped
class InAppQuotes implements PersonalData {
    @Override
    public String name() {
        return "in-app-notifications";
    }

    @Override
    public int erase(Connection connection, Erasure erasure) throws SQLException {
        String sql = """
                update in_app_notification set title_ja = '(削除済み)', title_en = '(erased)', text_ja = '', text_en = '',
                  revision = revision + 1
                where workspace_id = ? and title_en <> '(erased)' and id in
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
