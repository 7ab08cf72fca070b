package dev.minori.scoring.portfolio;

import dev.minori.events.HealthBand;
import dev.minori.scoring.customer.Visibility;
import dev.minori.scoring.portfolio.MrrMovements.Kind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sums over a workspace's customers and contracts. In the transaction of the workspace. */
public interface PortfolioStore {
    /**
     * Whose customers are summed up.
     *
     * @param owners null for everybody's
     */
    record Scope(
            UUID workspaceId,
            Visibility visibility,
            @Nullable List<UUID> owners) {
        public Scope {
            owners = owners == null ? null : List.copyOf(owners);
        }
    }

    /**
     * Customers in one phase and one state.
     *
     * @param mrrMinor in the workspace's currency, of those who bring anything in it
     * @param withoutMrr customers who bring nothing in the workspace's currency, or it is not known how much
     */
    record Cell(@Nullable String phase, HealthBand band, long customers, long mrrMinor, long withoutMrr) {}

    /**
     * A customer whose revenue moved.
     *
     * @param beforeMinor on the day before the period
     * @param afterMinor at its end
     */
    record Mover(
            UUID customerId,
            String name,
            @Nullable UUID ownerMemberId,
            @Nullable String ownerName,
            Kind kind,
            long beforeMinor,
            long afterMinor) {}

    /** Where a page of movers begins: after this size of movement and id. */
    record MoverPosition(long size, UUID customerId) {}

    /**
     * Contracts with a date in a period.
     *
     * @param mrrMinor in the workspace's currency
     * @param withoutMrr contracts without an amount in it
     */
    record Dated(long contracts, long customers, long mrrMinor, long withoutMrr, long autoRenewing) {}

    /** Contracts whose last day lies in a period, and those whose notice deadline does. */
    record Ending(Dated endings, Dated deadlines) {}

    List<Cell> cells(Scope scope);

    /** Movements in each of the periods, in their order. */
    List<MrrMovements> movements(Scope scope, String currency, List<FiscalPeriod> periods);

    /** Customers who moved so in a period, the largest movement first. */
    List<Mover> movers(
            Scope scope,
            String currency,
            FiscalPeriod period,
            @Nullable Kind kind,
            @Nullable MoverPosition after,
            int limit);

    /** Contracts that end in each of the periods, in their order. */
    List<Ending> endings(Scope scope, String currency, List<FiscalPeriod> periods);

    /** Currencies in which anything was ever paid. */
    List<String> currencies(UUID workspaceId);
}
