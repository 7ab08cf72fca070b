package dev.minori.sync.budget;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.etag.Versions;
import dev.minori.sync.connection.Connection;
import dev.minori.sync.connection.ConnectionDeleted;
import dev.minori.sync.connection.ConnectionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows and sets what may be spent at a connection. */
@ApplicationScoped
public class BudgetService {
    private final BudgetStore store;
    private final ConnectionService connections;
    private final CallLeases leases;
    private final Event<BudgetChanged> changed;
    private final Audit audit;
    private final Clock clock;

    BudgetService(
            BudgetStore store,
            ConnectionService connections,
            CallLeases leases,
            Event<BudgetChanged> changed,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.connections = connections;
        this.leases = leases;
        this.changed = changed;
        this.audit = audit;
        this.clock = clock;
    }

    /** The budget of a connection and what is used of it. */
    @Transactional
    public BudgetState get(UUID connectionId) {
        Connection connection = connections.get(connectionId);
        leases.settle(connectionId);
        Instant now = clock.instant();
        Budget budget = store.find(connectionId);
        CallLedger ledger =
                store.findLedger(connectionId).orElse(CallLedger.begin(now)).at(now);
        BudgetRule rule = new BudgetRule(budget, ledger, CallAccounts.sourceLimit(connection, ledger), now);
        Instant blockedUntil = connection.blockedUntil();
        BudgetLimit pausedBy = null;
        Instant pausedUntil = null;
        if (blockedUntil != null && connection.isBlockedAt(now)) {
            pausedBy = BudgetLimit.SOURCE;
            pausedUntil = blockedUntil;
        } else if (rule.decide(1) instanceof Grant.Refused(BudgetLimit limit, Instant until)) {
            pausedBy = limit;
            pausedUntil = until;
        }
        return new BudgetState(
                budget, ledger, rule.perDay(), store.spentSince(connectionId, ledger.day()), pausedBy, pausedUntil);
    }

    /** Sets the budget; runs that wait because the one before was spent go on. */
    @Transactional
    public void change(UUID connectionId, Budget wanted, @Nullable String ifMatch) {
        connections.get(connectionId);
        store.lock(connectionId);
        Budget known = store.find(connectionId);
        Versions.require(ifMatch, known.version());
        store.save(
                connectionId,
                new Budget(
                        wanted.callsPerHour(),
                        wanted.callsPerDay(),
                        wanted.shareOfLimit(),
                        wanted.ceiling(),
                        known.version() + 1));
        audit.record(
                "budget-changed",
                "connection",
                connectionId.toString(),
                Map.of(
                        "callsPerHour", String.valueOf(wanted.callsPerHour()),
                        "callsPerDay", String.valueOf(wanted.callsPerDay()),
                        "shareOfLimit", String.valueOf(wanted.shareOfLimit()),
                        "ceiling", String.valueOf(wanted.ceiling())));
        changed.fire(new BudgetChanged(connectionId));
    }

    void on(@Observes ConnectionDeleted deleted) {
        store.forget(deleted.connectionId());
    }
}
