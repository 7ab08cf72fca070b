package dev.minori.sync.budget;

import dev.minori.sync.budget.CallAccounts.Settlement;
import dev.minori.sync.source.ApiAllowance;
import dev.minori.sync.source.CallGate;
import dev.minori.sync.source.CallPurpose;
import dev.minori.sync.source.SourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The calls that this process may make at one connection before it asks the database again. Few and for a short time: what
 * another process learned is known here that soon, and a process that dies takes no more than these with it.
 */
final class CallLease implements CallGate {
    static final long CALLS = 20;
    static final Duration VALID = Duration.ofSeconds(2);

    private final UUID connectionId;
    private final CallAccounts accounts;
    private final Clock clock;
    private final Map<CallPurpose, Long> spent = new EnumMap<>(CallPurpose.class);
    private Instant givenOut;
    private Instant validUntil;
    private long left;
    private @Nullable Long stopAt;
    private @Nullable ApiAllowance told;
    private @Nullable Instant toldAt;
    private @Nullable Instant shutUntil;

    CallLease(UUID connectionId, CallAccounts accounts, Clock clock) {
        this.connectionId = connectionId;
        this.accounts = accounts;
        this.clock = clock;
        this.givenOut = clock.instant();
        this.validUntil = givenOut;
    }

    @Override
    public synchronized void pass() {
        Instant now = clock.instant();
        Instant shut = shutUntil;
        if (shut != null && now.isBefore(shut)) {
            throw SourceException.limitReached(shut);
        }
        if (left == 0 || !isValidAt(now)) {
            renew(now);
        }
        left--;
        spent.merge(CallPurpose.current(), 1L, Long::sum);
    }

    @Override
    public synchronized void learn(ApiAllowance now) {
        told = now;
        toldAt = clock.instant();
        Long stop = stopAt;
        if (stop != null && now.used() >= stop) {
            giveUp();
        }
    }

    @Override
    public synchronized void shut(Instant until) {
        giveUp();
        // Kept here until the database has it: should that fail, at least this process makes no call.
        shutUntil = until;
        accounts.shut(connectionId, until);
        shutUntil = null;
    }

    /** Books what is not booked yet, if the lease is over; true if nothing of it is left to book. */
    synchronized boolean settle(boolean evenIfValid) {
        if (!evenIfValid && isValidAt(clock.instant())) {
            return false;
        }
        if (left > 0 || !spent.isEmpty()) {
            accounts.settle(connectionId, settlement());
            settled();
        }
        return true;
    }

    private boolean isValidAt(Instant now) {
        return now.isBefore(validUntil);
    }

    /** The next call asks the database, which takes back what was not used. */
    private void giveUp() {
        validUntil = givenOut;
    }

    private void renew(Instant now) {
        Grant grant = accounts.renew(connectionId, settlement(), CALLS);
        settled();
        givenOut = now;
        validUntil = now.plus(VALID);
        switch (grant) {
            case Grant.Given(long calls, Long stop) -> {
                left = calls;
                stopAt = stop;
            }
            case Grant.Refused(BudgetLimit limit, Instant until) ->
                throw limit == BudgetLimit.SOURCE
                        ? SourceException.limitReached(until)
                        : SourceException.budgetSpent(limit.wording(until), until);
        }
    }

    private Settlement settlement() {
        return new Settlement(givenOut, left, spent, told, toldAt);
    }

    private void settled() {
        left = 0;
        spent.clear();
    }
}
