package dev.minori.sync.budget;

import dev.minori.sync.source.ApiAllowance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides how many calls may be made, from what was set and what was used. */
final class BudgetRule {
    private final Budget budget;
    private final CallLedger ledger;
    private final @Nullable Long sourceLimit;
    private final Instant now;

    /**
     * @param ledger as it is now
     * @param sourceLimit how many calls a day the source allows, null if nobody knows
     */
    BudgetRule(Budget budget, CallLedger ledger, @Nullable Long sourceLimit, Instant now) {
        this.budget = budget;
        this.ledger = ledger;
        this.sourceLimit = sourceLimit;
        this.now = now;
    }

    private record Room(BudgetLimit limit, long calls, Instant until) {}

    /** As many of the calls wanted as every limit leaves room for. */
    Grant decide(long wanted) {
        List<Room> rooms = rooms();
        List<Room> full = rooms.stream().filter(room -> room.calls() <= 0).toList();
        if (!full.isEmpty()) {
            Room longest = full.stream().max(Comparator.comparing(Room::until)).orElseThrow();
            return new Grant.Refused(longest.limit(), longest.until());
        }
        long least = rooms.stream().mapToLong(Room::calls).min().orElse(Long.MAX_VALUE);
        return new Grant.Given(Math.min(wanted, least), stopAt());
    }

    private List<Room> rooms() {
        List<Room> rooms = new ArrayList<>();
        if (budget.callsPerHour() != null) {
            rooms.add(
                    new Room(BudgetLimit.CALLS_PER_HOUR, budget.callsPerHour() - ledger.hourUsed(), ledger.nextHour()));
        }
        if (budget.callsPerDay() != null) {
            rooms.add(new Room(BudgetLimit.CALLS_PER_DAY, budget.callsPerDay() - ledger.dayUsed(), ledger.nextDay()));
        }
        Long share = share();
        if (share != null) {
            rooms.add(new Room(BudgetLimit.SHARE_OF_LIMIT, share - ledger.dayUsed(), ledger.nextDay()));
        }
        ApiAllowance told = ledger.toldLately(now);
        Long stopAt = stopAt();
        Instant toldAt = ledger.toldAt();
        if (told != null && stopAt != null && toldAt != null) {
            long left = stopAt - told.used();
            // Several processes hold leases at a time and learn only by their own calls: the last ones come singly.
            rooms.add(new Room(
                    BudgetLimit.CEILING, left <= 0 ? 0 : Math.max(1, left / 4), toldAt.plus(CallLedger.FRESH)));
        } else if (stopAt != null && ledger.told() != null) {
            // Nobody asked for an hour: one call tells how things stand.
            rooms.add(new Room(BudgetLimit.CEILING, 1, now));
        }
        return rooms;
    }

    /** How many calls a day are ours of what the source allows. */
    @Nullable
    Long share() {
        return sourceLimit == null ? null : Math.max(1, sourceLimit * budget.shareOfLimit() / 100);
    }

    /** The smallest of the limits of a day, null if none holds. */
    @Nullable
    Long perDay() {
        Long share = share();
        Long own = budget.callsPerDay();
        if (share == null || own == null) {
            return share == null ? own : share;
        }
        return Math.min(share, own);
    }

    private @Nullable Long stopAt() {
        ApiAllowance told = ledger.told();
        return told == null ? null : Math.max(1, told.limit() * budget.ceiling() / 100);
    }
}
