package dev.minori.scoring.customer;

import dev.minori.events.HealthBand;
import dev.minori.events.fact.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers with everything a table of them shows. In the transaction of the workspace. */
public interface CustomerList {
    /** Beyond this many, customers are not counted one by one. */
    int COUNTED = 100_000;

    /**
     * Customers after a position in the wanted order, at most {@code limit}; those gone in their sources are left out. What
     * is not known comes last in both directions.
     */
    List<Listed> list(
            UUID workspaceId,
            CustomerFilter filter,
            CustomerSort sort,
            Visibility visibility,
            @Nullable Position after,
            int limit);

    /** How many customers the filter lets through, counted up to {@link #COUNTED} plus one. */
    long count(UUID workspaceId, CustomerFilter filter, Visibility visibility);

    /** One customer, also if it is gone in its sources; empty if it is unknown or hidden. */
    Optional<Item> find(UUID workspaceId, UUID customerId, Visibility visibility);

    /**
     * Where a page begins: after this value of the sorted column and id.
     *
     * @param value as text; null after a customer of whom the column is not known
     */
    record Position(@Nullable String value, UUID customerId) {}

    /** A customer with its place in the order. */
    record Listed(Item item, Position position) {}

    /** Which of a customer's dates comes next. */
    enum DateKind {
        /** Last day on which notice can be given. */
        NOTICE_DEADLINE,
        /** Last day of a contract. */
        CONTRACT_END
    }

    /** The next date on which something ends. */
    record NextDate(LocalDate date, DateKind kind) {}

    /**
     * The record a customer's master data come from.
     *
     * @param url link to it for a person, if its system has one
     */
    record SourceRecord(
            String system,
            String objectName,
            String recordId,
            @Nullable String url) {}

    /**
     * A customer as a list shows it.
     *
     * @param teamName the owner's team; the first by name if there are several
     * @param mrr sum of the contracts in force, one entry a currency
     * @param pointsChange change of the score since 30 days ago; null if either is not known
     * @param lastContactAt when the last mail went to or came from the customer
     */
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
            @Nullable String ownerName,
            @Nullable String teamName,
            List<Money> mrr,
            boolean removed,
            Instant changedAt,
            HealthBand band,
            @Nullable Double points,
            @Nullable Double pointsChange,
            @Nullable Double coverage,
            @Nullable Instant calculatedAt,
            @Nullable NextDate nextDate,
            @Nullable Instant lastContactAt,
            long openTickets,
            SourceRecord source) {
        public Item {
            mrr = List.copyOf(mrr);
        }
    }
}
