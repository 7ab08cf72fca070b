package dev.minori.kit.testing;

import dev.minori.platform.testing.TestPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** A message that waits behind a parked key, for walls that need one which is really there. */
public final class ParkedSample {
    private ParkedSample() {}

    /** Parks a key of the workspace; gives the path of its replays. */
    public static String replays(UUID workspaceId, String channel) throws SQLException {
        String key = workspaceId + "|sample";
        try (Connection connection =
                TestPostgres.connectAsSuperuser(ServiceTestResource.database().name())) {
            insert(connection, """
                    insert into parked_key (workspace_id, channel, message_key, reason, detail, parked_at)
                    values (?, ?, ?, 'poison', 'cannot be applied', now())
                    """, workspaceId, channel, key);
            insert(connection, """
                    insert into parked_message
                      (workspace_id, channel, message_key, event_id, payload, source, parked_at)
                    values (?, ?, ?, gen_random_uuid(), convert_to('{}', 'UTF8'), 'sample-0@1', now())
                    """, workspaceId, channel, key);
        }
        return "/api/v1/parked-messages/" + channel + "/" + workspaceId + "%7Csample/replays";
    }

    private static void insert(Connection connection, String sql, UUID workspaceId, String channel, String key)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, workspaceId);
            insert.setString(2, channel);
            insert.setString(3, key);
            insert.executeUpdate();
        }
    }
}
