package dev.minori.scoring.customer;

import dev.minori.events.fact.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What others show and route by.
 *
 * @param version grows with each change
 * @param mrr sum of the contracts in force, one entry a currency
 * @param removed whether the customer is gone in its sources
 */
public record CustomerProfile(
        UUID customerId,
        long version,
        String name,
        @Nullable String nameKana,
        @Nullable String customerCode,
        @Nullable UUID ownerMemberId,
        @Nullable String phase,
        @Nullable String touchModel,
        List<Money> mrr,
        boolean removed) {
    public CustomerProfile {
        mrr = List.copyOf(mrr);
    }
}
