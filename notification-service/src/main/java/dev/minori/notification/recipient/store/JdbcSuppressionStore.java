package dev.minori.notification.recipient.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.recipient.SuppressedAddress;
import dev.minori.notification.recipient.SuppressionStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

@ApplicationScoped
class JdbcSuppressionStore implements SuppressionStore {
    private final Database database;

    JdbcSuppressionStore(Database database) {
        this.database = database;
    }

    @Override
    public List<SuppressedAddress> list(Collection<String> addresses) {
        return database.query(
                """
                select address, code, reason, delivery_id, since from suppressed_address
                where workspace_id = ? and address = any (?)
                """,
                row -> new SuppressedAddress(
                        row.text("address"),
                        row.integer("code"),
                        row.text("reason"),
                        row.uuid("delivery_id"),
                        row.instant("since")),
                WorkspaceContext.current(),
                addresses.toArray(String[]::new));
    }

    @Override
    public void add(SuppressedAddress address) {
        database.update(
                """
                insert into suppressed_address (workspace_id, address, code, reason, delivery_id, since)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                WorkspaceContext.current(),
                address.address(),
                address.code(),
                address.reason(),
                address.deliveryId(),
                address.since());
    }

    @Override
    public boolean remove(String address) {
        return database.update(
                        "delete from suppressed_address where workspace_id = ? and address = ?",
                        WorkspaceContext.current(),
                        address)
                == 1;
    }
}
