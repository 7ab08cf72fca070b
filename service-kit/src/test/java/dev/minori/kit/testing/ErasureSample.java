package dev.minori.kit.testing;

import dev.minori.platform.testing.TestPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** An erasure in the ledger, for walls that need one which is really there. */
public final class ErasureSample {
    private ErasureSample() {}

    /** Notes an erasure of the workspace; gives a replay of it. */
    public static String replay(UUID workspaceId) throws SQLException {
        UUID erasure = UUID.randomUUID();
        UUID contact = UUID.randomUUID();
        try (Connection connection = TestPostgres.connectAsSuperuser(
                        ServiceTestResource.database().name());
                PreparedStatement insert = connection.prepareStatement("""
                        insert into erasure (workspace_id, erasure_id, contact_id, requested_at, completed_at)
                        values (?, ?, ?, now(), now())
                        """)) {
            insert.setObject(1, workspaceId);
            insert.setObject(2, erasure);
            insert.setObject(3, contact);
            insert.executeUpdate();
        }
        return "{\"erasures\": [{\"erasureId\": \"%s\", \"contactId\": \"%s\", \"factIds\": []}]}"
                .formatted(erasure, contact);
    }
}
