package dev.minori.sync.run.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.run.DueMapping;
import dev.minori.sync.run.RunQueue;
import dev.minori.sync.run.RunQueued;
import dev.minori.sync.run.RunStore;
import dev.minori.sync.run.RunTicket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcRunQueue implements RunQueue {
    /**
     * Waiting for customers that are wanted at about the same time keeps facts from coming before their customers; waiting
     * for all would starve the rest as soon as customers take as long to read as the time between two of their runs.
     */
    private static final String CLAIM = """
            update run_ticket t set holder = ?, lease_until = ?
            where (t.workspace_id, t.run_id) = (
              select c.workspace_id, c.run_id from run_ticket c
              where c.not_before <= ? and (c.lease_until is null or c.lease_until < ?) and (? or not c.heavy)
                and not exists (
                  select 1 from run_ticket b
                  where b.workspace_id = c.workspace_id and b.connection_id = c.connection_id and b.run_id <> c.run_id
                    and ((b.lease_until >= ? and b.object_name = c.object_name)
                      or (b.rank < c.rank and b.not_before <= least(?, c.not_before + interval '5 seconds'))))
              order by c.heavy, c.not_before, c.rank, c.run_id
              for update skip locked limit 1)
            returning t.workspace_id, t.run_id, t.heavy
            """;

    private final Database database;
    private final Clock clock;
    private final Event<RunQueued> queued;

    JdbcRunQueue(Database database, Clock clock, Event<RunQueued> queued) {
        this.database = database;
        this.clock = clock;
        this.queued = queued;
    }

    @Override
    public void schedule(Entry entry, Duration every) {
        database.update(
                """
                insert into mapping_schedule
                  (workspace_id, mapping_id, connection_id, object_name, rank, every_seconds, due_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, mapping_id) do update set connection_id = excluded.connection_id,
                  object_name = excluded.object_name, rank = excluded.rank, every_seconds = excluded.every_seconds,
                  due_at = least(mapping_schedule.due_at, excluded.due_at)
                """,
                WorkspaceContext.current(),
                entry.mappingId(),
                entry.connectionId(),
                entry.objectName(),
                entry.rank(),
                (int) Math.max(1, every.toSeconds()),
                clock.instant());
        queued.fire(new RunQueued());
    }

    @Override
    public List<DueMapping> takeDue(Instant now, int limit) {
        return database.query(
                """
                update mapping_schedule s set due_at = ?::timestamptz + make_interval(secs => s.every_seconds)
                where (s.workspace_id, s.mapping_id) in (
                  select workspace_id, mapping_id from mapping_schedule where due_at <= ?
                  order by due_at for update skip locked limit ?)
                returning s.workspace_id, s.mapping_id
                """, row -> new DueMapping(row.uuid("workspace_id"), row.uuid("mapping_id")), now, now, limit);
    }

    @Override
    public void add(Entry entry, UUID runId, boolean heavy, Instant notBefore) {
        database.update(
                """
                insert into run_ticket
                  (workspace_id, run_id, connection_id, mapping_id, object_name, rank, heavy, not_before)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                WorkspaceContext.current(),
                runId,
                entry.connectionId(),
                entry.mappingId(),
                entry.objectName(),
                entry.rank(),
                heavy,
                notBefore);
        queued.fire(new RunQueued());
    }

    @Override
    public boolean hasRun(UUID mappingId) {
        return database.one(
                        "select run_id from run_ticket where workspace_id = ? and mapping_id = ? limit 1",
                        row -> row.uuid("run_id"),
                        WorkspaceContext.current(),
                        mappingId)
                .isPresent();
    }

    @Override
    public Optional<RunTicket> claim(UUID holder, Instant now, boolean heavyToo) {
        // One claim at a time: two pods must not both find an object free.
        database.query("select pg_advisory_xact_lock(4711001) is null as locked", row -> row.flag("locked"));
        return database.one(
                CLAIM,
                row -> new RunTicket(row.uuid("workspace_id"), row.uuid("run_id"), holder, row.flag("heavy")),
                holder,
                now.plus(LEASE),
                now,
                now,
                heavyToo,
                now,
                now);
    }

    @Override
    public boolean keep(RunTicket ticket, Instant until) {
        return database.update(
                        "update run_ticket set lease_until = ? where workspace_id = ? and run_id = ? and holder = ?",
                        until,
                        ticket.workspaceId(),
                        ticket.runId(),
                        ticket.holder())
                == 1;
    }

    @Override
    public void noteProgress(RunTicket ticket) {
        database.update(
                "update run_ticket set attempts = 0 where workspace_id = ? and run_id = ? and attempts > 0",
                ticket.workspaceId(),
                ticket.runId());
    }

    @Override
    public boolean retreat(RunTicket ticket, Instant now, Duration firstPause) {
        return database.update(
                        """
                        update run_ticket set attempts = attempts + 1, holder = null, lease_until = null,
                          not_before = ?::timestamptz
                            + least(make_interval(secs => ? * power(2, least(attempts, 20))), interval '5 minutes')
                        where workspace_id = ? and run_id = ? and holder = ?
                        """, now, (int) firstPause.toSeconds(), ticket.workspaceId(), ticket.runId(), ticket.holder())
                == 1;
    }

    @Override
    public void postpone(RunTicket ticket, Instant notBefore) {
        database.update("""
                update run_ticket set not_before = ?, holder = null, lease_until = null
                where workspace_id = ? and run_id = ? and holder = ?
                """, notBefore, ticket.workspaceId(), ticket.runId(), ticket.holder());
    }

    @Override
    public void recall(UUID connectionId, Instant now) {
        database.update("""
                update run_ticket t set not_before = ?
                where t.workspace_id = ? and t.connection_id = ? and t.holder is null and t.not_before > ?
                  and (
                    select r.error_code from sync_run r
                    where r.workspace_id = t.workspace_id and r.id = t.run_id) = ?
                """, now, WorkspaceContext.current(), connectionId, now, RunStore.BUDGET_SPENT);
        queued.fire(new RunQueued());
    }

    @Override
    public void remove(RunTicket ticket) {
        database.update(
                "delete from run_ticket where workspace_id = ? and run_id = ? and holder = ?",
                ticket.workspaceId(),
                ticket.runId(),
                ticket.holder());
    }
}
