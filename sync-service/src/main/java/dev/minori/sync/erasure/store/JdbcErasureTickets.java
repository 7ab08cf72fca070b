package dev.minori.sync.erasure.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.erasure.ErasureTicket;
import dev.minori.sync.erasure.ErasureTickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcErasureTickets implements ErasureTickets {
    private final Database database;

    JdbcErasureTickets(Database database) {
        this.database = database;
    }

    @Override
    public void open(ErasureTicket ticket, Instant notBefore) {
        database.update(
                """
                insert into erasure_ticket (workspace_id, erasure_id, customer_id, contact_id, not_before)
                values (?, ?, ?, ?, ?)
                """, ticket.workspaceId(), ticket.erasureId(), ticket.customerId(), ticket.contactId(), notBefore);
    }

    @Override
    public Optional<ErasureTicket> find(UUID erasureId) {
        return database.one("""
                select workspace_id, erasure_id, customer_id, contact_id from erasure_ticket
                where workspace_id = ? and erasure_id = ?
                """, JdbcErasureTickets::ticket, WorkspaceContext.current(), erasureId);
    }

    @Override
    public Optional<ErasureTicket> take(Instant now, Instant next) {
        return database.one("""
                update erasure_ticket set not_before = ?
                where (workspace_id, erasure_id) in (
                  select workspace_id, erasure_id from erasure_ticket where not_before <= ?
                  order by not_before for update skip locked limit 1)
                returning workspace_id, erasure_id, customer_id, contact_id
                """, JdbcErasureTickets::ticket, next, now);
    }

    @Override
    public boolean close(UUID erasureId) {
        return database.update(
                        "delete from erasure_ticket where workspace_id = ? and erasure_id = ?",
                        WorkspaceContext.current(),
                        erasureId)
                > 0;
    }

    private static ErasureTicket ticket(Row row) {
        return new ErasureTicket(
                row.uuid("workspace_id"), row.uuid("erasure_id"), row.uuid("customer_id"), row.uuid("contact_id"));
    }
}
