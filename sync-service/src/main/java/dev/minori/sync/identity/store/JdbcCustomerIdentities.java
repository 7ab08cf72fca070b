package dev.minori.sync.identity.store;

import dev.minori.kit.id.Ids;
import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.identity.CustomerIdentities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcCustomerIdentities implements CustomerIdentities {
    private final Database database;
    private final Ids ids;

    JdbcCustomerIdentities(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    @Override
    public Map<String, UUID> assign(UUID connectionId, String objectName, Map<String, @Nullable String> codeByRecord) {
        List<String> records = new ArrayList<>();
        List<UUID> candidates = new ArrayList<>();
        List<@Nullable String> codes = new ArrayList<>();
        codeByRecord.forEach((record, code) -> {
            records.add(record);
            candidates.add(ids.next());
            codes.add(code);
        });
        Map<String, UUID> customers = new HashMap<>();
        database.query(
                        """
                        insert into customer_identity as c
                          (workspace_id, connection_id, object_name, record_id, customer_id, customer_code)
                        select ?, ?, ?, n.record_id, n.customer_id, n.customer_code
                        from unnest(?::text[], ?::uuid[], ?::text[]) as n (record_id, customer_id, customer_code)
                        on conflict (workspace_id, connection_id, object_name, record_id)
                        do update set customer_code = excluded.customer_code
                        where c.customer_code is distinct from excluded.customer_code
                        returning c.record_id, c.customer_id
                        """,
                        row -> Map.entry(row.text("record_id"), row.uuid("customer_id")),
                        WorkspaceContext.current(),
                        connectionId,
                        objectName,
                        records,
                        candidates,
                        codes)
                .forEach(entry -> customers.put(entry.getKey(), entry.getValue()));
        List<String> unchanged = records.stream()
                .filter(record -> !customers.containsKey(record))
                .toList();
        customers.putAll(findByRecord(connectionId, objectName, unchanged));
        return customers;
    }

    @Override
    public Map<String, UUID> findByRecord(UUID connectionId, String objectName, Collection<String> recordIds) {
        Map<String, UUID> customers = new HashMap<>();
        if (!recordIds.isEmpty()) {
            database.query(
                            """
                            select record_id, customer_id from customer_identity
                            where workspace_id = ? and connection_id = ? and object_name = ? and record_id = any (?)
                            """,
                            row -> Map.entry(row.text("record_id"), row.uuid("customer_id")),
                            WorkspaceContext.current(),
                            connectionId,
                            objectName,
                            recordIds)
                    .forEach(entry -> customers.put(entry.getKey(), entry.getValue()));
        }
        return customers;
    }

    @Override
    public Map<String, List<UUID>> findByCode(Collection<String> codes) {
        Map<String, List<UUID>> customers = new HashMap<>();
        if (!codes.isEmpty()) {
            database.query(
                            """
                            select distinct customer_code, customer_id from customer_identity
                            where workspace_id = ? and customer_code = any (?)
                            """,
                            row -> Map.entry(row.text("customer_code"), row.uuid("customer_id")),
                            WorkspaceContext.current(),
                            codes)
                    .forEach(entry -> customers
                            .computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                            .add(entry.getValue()));
        }
        return customers;
    }
}
