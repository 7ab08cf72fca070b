package dev.minori.sync.erasure.store;

import dev.minori.kit.erasure.Erasure;
import dev.minori.kit.erasure.PersonalData;
import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.raw.canonical.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Source rows, their history and quarantined samples of a person. An erased row is never taken in again. */
@ApplicationScoped
class RawPersonalData implements PersonalData {
    private static final String OF_PERSON = """
             where (workspace_id, connection_id, object_name, record_id) in (
               select f.workspace_id, m.connection_id, m.object_name, f.record_id
               from fact_record f
               join table_mapping m on m.workspace_id = f.workspace_id and m.id = f.mapping_id
               where f.workspace_id = ? and f.fact_id = any (?))
            """;

    @Override
    public String name() {
        return "source rows";
    }

    @Override
    public int erase(Connection connection, Erasure erasure) throws SQLException {
        UUID workspaceId = WorkspaceContext.current();
        List<UUID> factIds = erasure.allFactIds();
        byte[] nothing = CanonicalJson.write(Map.of());
        byte[] hash = CanonicalJson.hash(nothing);
        return Database.update(
                        connection,
                        "update raw_record set body = ?, hash = ?, erased = true" + OF_PERSON,
                        nothing,
                        hash,
                        workspaceId,
                        factIds)
                + Database.update(
                        connection,
                        "update raw_history set body = ?, hash = ?" + OF_PERSON,
                        nothing,
                        hash,
                        workspaceId,
                        factIds)
                + Database.update(connection, """
                        delete from quarantine_entry where (workspace_id, mapping_id, record_id) in (
                          select f.workspace_id, f.mapping_id, f.record_id from fact_record f
                          where f.workspace_id = ? and f.fact_id = any (?))
                        """, workspaceId, factIds)
                + Database.update(
                        connection,
                        "update fact_record set fact_hash = ?, removed = true where workspace_id = ? and fact_id = any (?)",
                        hash,
                        workspaceId,
                        factIds);
    }
}
