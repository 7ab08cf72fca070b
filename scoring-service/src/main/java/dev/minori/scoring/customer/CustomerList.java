package dev.minori.scoring.customer;

import dev.minori.events.HealthBand;
import dev.minori.events.fact.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers with their newest health, for lists and pages. In the transaction of the workspace. */
public interface CustomerList {
    /** Customers by name and id after a position, at most {@code limit}; those gone in their sources are left out. */
    List<Item> list(UUID workspaceId, Filter filter, Visibility visibility, @Nullable Position after, int limit);

    /** One customer, also if it is gone in its sources; empty if it is unknown or hidden. */
    Optional<Item> find(UUID workspaceId, UUID customerId, Visibility visibility);

    /**
     * Which customers are asked for; null means any.
     *
     * @param text part of the name, its kana or the customer code
     */
    record Filter(
            @Nullable HealthBand band,
            @Nullable UUID ownerMemberId,
            @Nullable String phase,
            @Nullable String text) {}

    /** Where a page begins: after this name and id. */
    record Position(String name, UUID customerId) {}

    /** A customer as a list shows it. */
    record Item(
            UUID customerId,
            String name,
            @Nullable String nameKana,
            @Nullable String customerCode,
            @Nullable String industry,
            @Nullable Long employees,
            @Nullable String website,
            @Nullable String phase,
            @Nullable String touchModel,
            @Nullable UUID ownerMemberId,
            List<Money> mrr,
            boolean removed,
            Instant changedAt,
            @Nullable HealthBand band,
            @Nullable Double points,
            @Nullable Double coverage,
            @Nullable Instant calculatedAt) {
        public Item {
            mrr = List.copyOf(mrr);
        }
    }
}
