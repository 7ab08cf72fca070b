package dev.minori.sync.erasure.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.erasure.ErasedFields;
import dev.minori.sync.raw.RawKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcErasedFields implements ErasedFields {
    private final Database database;

    JdbcErasedFields(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, Set<String>> of(RawKey key, Collection<String> recordIds) {
        Map<String, Set<String>> fields = new HashMap<>();
        if (!recordIds.isEmpty()) {
            database.query(
                            """
                            select record_id, field from erased_field
                            where workspace_id = ? and connection_id = ? and object_name = ? and record_id = any (?)
                            """,
                            row -> Map.entry(row.text("record_id"), row.text("field")),
                            WorkspaceContext.current(),
                            key.connectionId(),
                            key.objectName(),
                            recordIds)
                    .forEach(entry -> fields.computeIfAbsent(entry.getKey(), _ -> new HashSet<>())
                            .add(entry.getValue()));
        }
        return fields;
    }

    @Override
    public Map<RawKey, Set<String>> recordsOf(UUID contactId) {
        Map<RawKey, Set<String>> records = new HashMap<>();
        database.query(
                        """
                        select distinct f.connection_id, f.object_name, f.record_id from erased_field f
                        join erasure e on e.workspace_id = f.workspace_id and e.erasure_id = f.erasure_id
                        where f.workspace_id = ? and e.contact_id = ?
                        """,
                        row -> Map.entry(
                                new RawKey(row.uuid("connection_id"), row.text("object_name")), row.text("record_id")),
                        WorkspaceContext.current(),
                        contactId)
                .forEach(entry -> records.computeIfAbsent(entry.getKey(), _ -> new HashSet<>())
                        .add(entry.getValue()));
        return records;
    }
}
