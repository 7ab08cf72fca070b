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
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcDispatchQueue implements DispatchQueue {
    /** Of a room only the first is taken, and only by the pod that holds the room's row. */
    private static final String CLAIM = """
            with free as (
              select p.workspace_id, p.room_id from room_pace p
              where p.free_at <= clock_timestamp() and exists (
                select from dispatch_queue q
                where q.workspace_id = p.workspace_id and q.room_id = p.room_id and q.due_at <= ?
                  and (q.lease_until is null or q.lease_until < clock_timestamp()))
              limit ? for update skip locked
            ), posted as (
              select d.* from free f cross join lateral (
                select q.workspace_id, q.delivery_id, q.room_id, q.due_at from dispatch_queue q
                where q.workspace_id = f.workspace_id and q.room_id = f.room_id and q.due_at <= ?
                  and (q.lease_until is null or q.lease_until < clock_timestamp())
                order by q.due_at, q.delivery_id limit 1 for update skip locked) d
            ), sent as (
              select workspace_id, delivery_id, room_id, due_at from dispatch_queue
              where room_id is null and due_at <= ? and (lease_until is null or lease_until < clock_timestamp())
              order by due_at limit ? for update skip locked
            ), due as (
              select * from posted union all select * from sent order by due_at limit ?
            ), paced as (
              update room_pace p set free_at = clock_timestamp() + interval '1 second'
              from due where p.workspace_id = due.workspace_id and p.room_id = due.room_id
            )
            update dispatch_queue q
            set lease_until = clock_timestamp() + make_interval(secs => ?), fence = q.fence + 1
            from due where q.workspace_id = due.workspace_id and q.delivery_id = due.delivery_id
            returning q.workspace_id, q.delivery_id, q.fence
            """;

    private final Database database;

    JdbcDispatchQueue(Database database) {
        this.database = database;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Claim> claim(int max, Instant now, Duration lease) {
        return database.query(
                CLAIM,
                row -> new Claim(row.uuid("workspace_id"), row.uuid("delivery_id"), row.number("fence")),
                now,
                max,
                now,
                now,
                max,
                max,
                (double) lease.toSeconds());
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
    public void add(UUID deliveryId, @Nullable UUID roomId, Instant dueAt) {
        if (roomId != null) {
            database.update("""
                    insert into room_pace (workspace_id, room_id, free_at) values (?, ?, clock_timestamp())
                    on conflict (workspace_id, room_id) do nothing
                    """, WorkspaceContext.current(), roomId);
        }
        database.update("""
                insert into dispatch_queue (workspace_id, delivery_id, room_id, due_at) values (?, ?, ?::uuid, ?)
                on conflict (workspace_id, delivery_id)
                do update set due_at = excluded.due_at, lease_until = null, fence = dispatch_queue.fence + 1
                """, WorkspaceContext.current(), deliveryId, roomId, dueAt);
    }

    @Override
    public void rest(UUID roomId, Duration pause) {
        database.update("""
                update room_pace set free_at = greatest(free_at, clock_timestamp() + make_interval(secs => ?))
                where workspace_id = ? and room_id = ?
                """, (double) pause.toSeconds(), WorkspaceContext.current(), roomId);
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
