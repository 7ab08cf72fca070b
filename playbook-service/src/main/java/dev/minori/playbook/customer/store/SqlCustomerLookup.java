package dev.minori.playbook.customer.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.customer.CustomerLookup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Customers in table {@code customer_profile}. */
@ApplicationScoped
class SqlCustomerLookup implements CustomerLookup {
    private final Database database;

    SqlCustomerLookup(Database database) {
        this.database = database;
    }

    @Override
    public Set<UUID> listOwned(Collection<UUID> customerIds, Collection<UUID> owners) {
        return Set.copyOf(database.query(
                """
                select customer_id from customer_profile
                where workspace_id = ? and customer_id = any (?) and owner_member_id = any (?)
                """,
                row -> row.uuid("customer_id"),
                WorkspaceContext.current(),
                customerIds.toArray(UUID[]::new),
                owners.toArray(UUID[]::new)));
    }

    @Override
    public Map<UUID, String> listNames(Collection<UUID> customerIds) {
        return database
                .query(
                        "select customer_id, name from customer_profile where workspace_id = ? and customer_id = any (?)",
                        row -> Map.entry(row.uuid("customer_id"), row.text("name")),
                        WorkspaceContext.current(),
                        customerIds.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
