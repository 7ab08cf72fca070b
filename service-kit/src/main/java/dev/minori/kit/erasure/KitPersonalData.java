package dev.minori.kit.erasure;

import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The kit's own tables: messages that wait, stored answers, details of the audit trail. */
@ApplicationScoped
class KitPersonalData implements PersonalData {
    private static final List<String> MESSAGES = List.of("parked_message", "outbox_message");

    @Override
    public String name() {
        return "kit";
    }

    @Override
    public int erase(Connection connection, Erasure erasure) throws SQLException {
        Set<String> ids = erasure.allFactIds().stream().map(UUID::toString).collect(Collectors.toUnmodifiableSet());
        int rows = 0;
        for (String table : MESSAGES) {
            rows += redactMessages(connection, table, ids);
        }
        rows += update(
                connection,
                "delete from idempotency_key where workspace_id = ? and exists"
                        + " (select from unnest(?::text[]) id where position(convert_to(id, 'UTF8') in answer) > 0)",
                ids);
        rows += update(connection, """
                update audit_entry set salt = null, details = null
                where workspace_id = ? and details is not null and exists
                  (select from unnest(?::text[]) id
                   where subject_id = id or position(convert_to(id, 'UTF8') in details) > 0)
                """, ids);
        return rows;
    }

    private static int redactMessages(Connection connection, String table, Set<String> ids) throws SQLException {
        int rows = 0;
        String find = "select event_id, payload from " + table + " where workspace_id = ? and exists"
                + " (select from unnest(?::text[]) id where position(convert_to(id, 'UTF8') in payload) > 0) for update";
        try (PreparedStatement select = prepare(connection, find, ids);
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                rewrite(connection, table, found.getObject(1, UUID.class), found.getBytes(2), ids);
                rows++;
            }
        }
        return rows;
    }

    private static void rewrite(Connection connection, String table, UUID eventId, byte[] payload, Set<String> ids)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update " + table + " set payload = ? where workspace_id = ? and event_id = ?")) {
            update.setBytes(1, MessageRedaction.redact(payload, ids));
            update.setObject(2, WorkspaceContext.current());
            update.setObject(3, eventId);
            update.executeUpdate();
        } catch (IOException notJson) {
            throw new SQLException(
                    "a message in " + table + " that is not JSON cannot be redacted: " + eventId, notJson);
        }
    }

    private static int update(Connection connection, String sql, Set<String> ids) throws SQLException {
        try (PreparedStatement update = prepare(connection, sql, ids)) {
            return update.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Set<String> ids) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        Array array = connection.createArrayOf("text", ids.toArray());
        statement.setObject(1, WorkspaceContext.current());
        statement.setArray(2, array);
        return statement;
    }
}
