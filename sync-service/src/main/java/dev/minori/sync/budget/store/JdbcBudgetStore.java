package dev.minori.sync.budget.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.budget.Budget;
import dev.minori.sync.budget.BudgetStore;
import dev.minori.sync.budget.CallLedger;
import dev.minori.sync.source.ApiAllowance;
import dev.minori.sync.source.CallPurpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcBudgetStore implements BudgetStore {
    private final Database database;

    JdbcBudgetStore(Database database) {
        this.database = database;
    }

    @Override
    public void lock(UUID connectionId) {
        database.lock("call-budget|" + WorkspaceContext.current() + "|" + connectionId);
    }

    @Override
    public Budget find(UUID connectionId) {
        return database.one(
                        "select * from call_budget where workspace_id = ? and connection_id = ?",
                        row -> new Budget(
                                row.findNumber("calls_per_hour"),
                                row.findNumber("calls_per_day"),
                                row.integer("share_of_limit"),
                                row.integer("ceiling"),
                                row.number("version")),
                        WorkspaceContext.current(),
                        connectionId)
                .orElse(Budget.USUAL);
    }

    @Override
    public void save(UUID connectionId, Budget budget) {
        database.update(
                """
                insert into call_budget
                  (workspace_id, connection_id, calls_per_hour, calls_per_day, share_of_limit, ceiling, version)
                values (?, ?, ?::bigint, ?::bigint, ?, ?, ?)
                on conflict (workspace_id, connection_id) do update set calls_per_hour = excluded.calls_per_hour,
                  calls_per_day = excluded.calls_per_day, share_of_limit = excluded.share_of_limit,
                  ceiling = excluded.ceiling, version = excluded.version
                """,
                WorkspaceContext.current(),
                connectionId,
                budget.callsPerHour(),
                budget.callsPerDay(),
                budget.shareOfLimit(),
                budget.ceiling(),
                budget.version());
    }

    @Override
    public CallLedger lockLedger(UUID connectionId, Instant now) {
        CallLedger empty = CallLedger.begin(now);
        // Finds the row by its key and locks it, or makes it: there is one in either case.
        return database.one(
                        """
                        insert into call_ledger as l (workspace_id, connection_id, hour, hour_used, day, day_used)
                        values (?, ?, ?, 0, ?, 0)
                        on conflict (workspace_id, connection_id) do update set hour_used = l.hour_used
                        returning l.*
                        """,
                        JdbcBudgetStore::ledger,
                        WorkspaceContext.current(),
                        connectionId,
                        empty.hour(),
                        empty.day())
                .orElseThrow();
    }

    @Override
    public Optional<CallLedger> findLedger(UUID connectionId) {
        return database.one(
                "select * from call_ledger where workspace_id = ? and connection_id = ?",
                JdbcBudgetStore::ledger,
                WorkspaceContext.current(),
                connectionId);
    }

    @Override
    public void write(UUID connectionId, CallLedger ledger) {
        ApiAllowance told = ledger.told();
        database.update(
                """
                update call_ledger set hour = ?, hour_used = ?, day = ?, day_used = ?, told_used = ?::bigint,
                  told_limit = ?::bigint, told_at = ?::timestamptz
                where workspace_id = ? and connection_id = ?
                """,
                ledger.hour(),
                ledger.hourUsed(),
                ledger.day(),
                ledger.dayUsed(),
                told == null ? null : told.used(),
                told == null ? null : told.limit(),
                ledger.toldAt(),
                WorkspaceContext.current(),
                connectionId);
    }

    @Override
    public void addSpent(UUID connectionId, Instant hour, Map<CallPurpose, Long> calls) {
        calls.forEach((purpose, made) ->
                database.update("""
                insert into call_spending as s (workspace_id, connection_id, hour, purpose, calls)
                values (?, ?, ?, ?, ?)
                on conflict (workspace_id, connection_id, hour, purpose) do update set calls = s.calls + excluded.calls
                """, WorkspaceContext.current(), connectionId, hour, purpose.wireName(), made));
    }

    @Override
    public Map<CallPurpose, Long> spentSince(UUID connectionId, Instant hour) {
        List<Map.Entry<CallPurpose, Long>> rows = database.query(
                """
                select purpose, sum(calls) as calls from call_spending
                where workspace_id = ? and connection_id = ? and hour >= ?
                group by purpose
                """,
                row -> Map.entry(CallPurpose.of(row.text("purpose")), row.number("calls")),
                WorkspaceContext.current(),
                connectionId,
                hour);
        Map<CallPurpose, Long> spent = new EnumMap<>(CallPurpose.class);
        rows.forEach(row -> spent.put(row.getKey(), row.getValue()));
        return spent;
    }

    @Override
    public void forgetSpentBefore(UUID connectionId, Instant hour) {
        database.update(
                "delete from call_spending where workspace_id = ? and connection_id = ? and hour < ?",
                WorkspaceContext.current(),
                connectionId,
                hour);
    }

    @Override
    public void forget(UUID connectionId) {
        for (String table : List.of("call_budget", "call_ledger", "call_spending")) {
            database.update(
                    "delete from " + table + " where workspace_id = ? and connection_id = ?",
                    WorkspaceContext.current(),
                    connectionId);
        }
    }

    private static CallLedger ledger(Row row) {
        Long used = row.findNumber("told_used");
        Long limit = row.findNumber("told_limit");
        return new CallLedger(
                row.instant("hour"),
                row.number("hour_used"),
                row.instant("day"),
                row.number("day_used"),
                used == null || limit == null ? null : new ApiAllowance(used, limit),
                row.findInstant("told_at"));
    }
}
