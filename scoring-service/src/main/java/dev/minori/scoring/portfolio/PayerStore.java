package dev.minori.scoring.portfolio;

import dev.minori.scoring.portfolio.PortfolioStore.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers who bring in recurring revenue in a currency on a day. In the transaction of the workspace. */
public interface PayerStore {
    /**
     * Such a customer.
     *
     * @param mrrMinor what it brings in on that day, in minor units of the currency
     */
    record Payer(
            UUID customerId,
            String name,
            @Nullable UUID ownerMemberId,
            @Nullable String ownerName,
            long mrrMinor) {}

    /** Where a page begins: after this amount and id. */
    record PayerPosition(long mrrMinor, UUID customerId) {}

    /** All of them together. */
    record PayerTotal(long customers, long mrrMinor) {}

    /** The largest amount first. */
    List<Payer> list(Scope scope, String currency, LocalDate on, @Nullable PayerPosition after, int limit);

    PayerTotal total(Scope scope, String currency, LocalDate on);
}
