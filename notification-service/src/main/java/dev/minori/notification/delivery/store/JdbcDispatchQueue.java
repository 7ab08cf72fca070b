package dev.minori.notification.delivery.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.delivery.Claim;
import dev.minori.notification.delivery.DispatchQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class JdbcDispatchQueue implements DispatchQueue {
    private final Database database;

    JdbcDispatchQueue(Database database) {
        this.database = database;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Claim> claim(int max, Instant now, Duration lease) {
        return database.query(
                """
                update dispatch_queue q
                set lease_until = clock_timestamp() + make_interval(secs => ?), fence = q.fence + 1
                from (
                  select workspace_id, delivery_id from dispatch_queue
                  where due_at <= ? and (lease_until is null or lease_until < clock_timestamp())
                  order by due_at limit ? for update skip locked
                ) due
                where q.workspace_id = due.workspace_id and q.delivery_id = due.delivery_id
                returning q.workspace_id, q.delivery_id, q.fence
                """,
                row -> new Claim(row.uuid("workspace_id"), row.uuid("delivery_id"), row.number("fence")),
                (double) lease.toSeconds(),
                now,
                max);
    }

    @Override
    public boolean holds(Claim claim) {
        return database.one(
                        "select fence from dispatch_queue where workspace_id = ? and delivery_id = ? for update",
                        row -> row.number("fence"),
                        claim.workspaceId(),
                        claim.deliveryId())
                .filter(fence -> fence == claim.fence())
                .isPresent();
    }

    @Override
    public boolean renew(Claim claim, Duration lease) {
        return database.update("""
                        update dispatch_queue set lease_until = clock_timestamp() + make_interval(secs => ?)
                        where workspace_id = ? and delivery_id = ? and fence = ?
                        """, (double) lease.toSeconds(), claim.workspaceId(), claim.deliveryId(), claim.fence())
                == 1;
    }

    @Override
    public void add(UUID deliveryId, Instant dueAt) {
        database.update("""
                insert into dispatch_queue (workspace_id, delivery_id, due_at) values (?, ?, ?)
                on conflict (workspace_id, delivery_id)
                do update set due_at = excluded.due_at, lease_until = null, fence = dispatch_queue.fence + 1
                """, WorkspaceContext.current(), deliveryId, dueAt);
    }

    @Override
    public void postpone(Claim claim, Instant dueAt) {
        database.update("""
                update dispatch_queue set due_at = ?, lease_until = null
                where workspace_id = ? and delivery_id = ? and fence = ?
                """, dueAt, claim.workspaceId(), claim.deliveryId(), claim.fence());
    }

    @Override
    public void remove(UUID deliveryId) {
        database.update(
                "delete from dispatch_queue where workspace_id = ? and delivery_id = ?",
                WorkspaceContext.current(),
                deliveryId);
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Backlog backlog(Instant now) {
        return database.one("""
                        select count(*) as waiting,
                          coalesce(extract(epoch from ?::timestamptz - min(due_at) filter (where due_at <= ?)), 0)::bigint
                            as oldest
                        from dispatch_queue
                        """, row -> new Backlog(row.number("waiting"), row.number("oldest")), now, now)
                .orElse(new Backlog(0, 0));
    }
}
