package dev.minori.simulators.salesforce.org;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What users may not see or do, stored beside their org. */
public final class PermissionStore {

    private PermissionStore() {}

    /** Applies what is stored of an org. */
    static void read(Connection connection, Org org) throws SQLException {
        List<Map.Entry<String, Permissions>> stored = Sql.list(
                connection,
                row -> Map.entry(row.getString("user_id"), permissions(row.getString("document"))),
                "select user_id, document from sf_permission where org = ?",
                org.name());
        stored.forEach(one -> org.restrict(one.getKey(), one.getValue()));
    }

    private static Permissions permissions(String document) throws SQLException {
        try {
            return Json.MAPPER.readValue(document, Permissions.class);
        } catch (JsonProcessingException e) {
            throw new SQLException("stored permissions cannot be read", e);
        }
    }

    /** Restricts what a user sees and does; restrictions of nothing give everything back. */
    public static void restrict(Database database, Org org, String userId, Permissions permissions)
            throws SQLException {
        permissions.check(org.schema());
        boolean free = permissions.objects().isEmpty();
        database.run(connection -> {
            Sql.update(connection, "delete from sf_permission where org = ? and user_id = ?", org.name(), userId);
            if (!free) {
                Sql.update(
                        connection,
                        "insert into sf_permission (org, user_id, document) values (?, ?, ?)",
                        org.name(),
                        userId,
                        Json.text(permissions));
            }
        });
        if (free) {
            org.free(userId);
        } else {
            org.restrict(userId, permissions);
        }
    }
}
