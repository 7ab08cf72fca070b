package dev.minori.sync.budget;

import dev.minori.sync.connection.Connection;
import dev.minori.sync.connection.ConnectionSettings;
import dev.minori.sync.connection.ConnectionStore;
import dev.minori.sync.source.ApiAllowance;
import dev.minori.sync.source.CallPurpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives calls out of the budget of a connection and books what was made of them. All processes share it. */
@ApplicationScoped
class CallAccounts {
    /** Beyond this kintone sends its administrators a warning, for each app; it does not refuse. */
    private static final long KINTONE_CALLS_PER_APP = 10_000;

    private static final Duration SPENDING_KEPT = Duration.ofDays(35);

    private final BudgetStore store;
    private final ConnectionStore connections;
    private final Clock clock;

    CallAccounts(BudgetStore store, ConnectionStore connections, Clock clock) {
        this.store = store;
        this.connections = connections;
        this.clock = clock;
    }

    /**
     * What became of calls that were given out.
     *
     * @param left calls that were not made
     * @param spent calls that were made
     */
    record Settlement(
            Instant givenOut,
            long left,
            Map<CallPurpose, Long> spent,
            @Nullable ApiAllowance told,
            @Nullable Instant toldAt) {
        Settlement {
            spent = Map.copyOf(spent);
        }
    }

    /** Books what became of earlier calls and gives out more, if there are. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Grant renew(UUID connectionId, Settlement settlement, long wanted) {
        Instant now = clock.instant();
        Connection connection = connections.find(connectionId).orElse(null);
        CallLedger ledger = booked(connectionId, settlement, now);
        Grant grant = connection == null ? new Grant.Given(wanted, null) : decide(connection, ledger, wanted, now);
        CallLedger after = grant instanceof Grant.Given given ? ledger.with(given.calls()) : ledger;
        if (connection != null) {
            store.write(connectionId, after);
        }
        return grant;
    }

    /** Books what became of calls; gives out none. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void settle(UUID connectionId, Settlement settlement) {
        if (connections.find(connectionId).isPresent()) {
            store.write(connectionId, booked(connectionId, settlement, clock.instant()));
        }
    }

    /** No call before then, by no process. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void shut(UUID connectionId, Instant until) {
        connections.block(connectionId, until);
    }

    private Grant decide(Connection connection, CallLedger ledger, long wanted, Instant now) {
        Instant blockedUntil = connection.blockedUntil();
        if (blockedUntil != null && connection.isBlockedAt(now)) {
            return new Grant.Refused(BudgetLimit.SOURCE, blockedUntil);
        }
        return new BudgetRule(store.find(connection.id()), ledger, sourceLimit(connection, ledger), now).decide(wanted);
    }

    private CallLedger booked(UUID connectionId, Settlement settlement, Instant now) {
        CallLedger before = store.lockLedger(connectionId, now);
        CallLedger ledger = before.at(now);
        if (!ledger.day().equals(before.day())) {
            store.forgetSpentBefore(connectionId, now.minus(SPENDING_KEPT));
        }
        ledger = ledger.without(settlement.left(), settlement.givenOut());
        store.addSpent(connectionId, CallLedger.hourOf(settlement.givenOut()), settlement.spent());
        ApiAllowance told = settlement.told();
        Instant toldAt = settlement.toldAt();
        return told == null || toldAt == null ? ledger : ledger.told(told, toldAt);
    }

    /** How many calls a day the source allows, as far as anybody knows. */
    static @Nullable Long sourceLimit(Connection connection, CallLedger ledger) {
        return switch (connection.settings()) {
            case ConnectionSettings.Salesforce _ -> {
                ApiAllowance told = ledger.told();
                yield told == null ? null : told.limit();
            }
            case ConnectionSettings.Kintone kintone ->
                KINTONE_CALLS_PER_APP * Math.max(1, kintone.appIds().size());
            case ConnectionSettings.Http() -> null;
        };
    }
}
