package dev.minori.notification.recipient.store;

import dev.minori.kit.jdbc.Sql;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.recipient.SuppressedAddress;
import dev.minori.notification.recipient.SuppressionStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

@ApplicationScoped
class JdbcSuppressionStore implements SuppressionStore {
    private final Sql sql;

    JdbcSuppressionStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<SuppressedAddress> list(Collection<String> addresses) {
        return sql.list(
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
        sql.update(
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
        return sql.update(
                        "delete from suppressed_address where workspace_id = ? and address = ?",
                        WorkspaceContext.current(),
                        address)
                == 1;
    }
}
