package dev.minori.sync.erasure.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.erasure.ErasureStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcErasureStore implements ErasureStore {
    private final Database database;

    JdbcErasureStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<UUID> findCustomerOf(UUID contactId) {
        return database.one("""
                select f.customer_id from fact_record f
                join table_mapping m on m.workspace_id = f.workspace_id and m.id = f.mapping_id
                where f.workspace_id = ? and f.fact_id = ? and m.dataset = 'contact'
                """, row -> row.uuid("customer_id"), WorkspaceContext.current(), contactId);
    }
}
