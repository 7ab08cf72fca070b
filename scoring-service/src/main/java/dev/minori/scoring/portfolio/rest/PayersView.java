package dev.minori.scoring.portfolio.rest;

import dev.minori.scoring.portfolio.PayerStore.Payer;
import dev.minori.scoring.portfolio.PayerStore.PayerTotal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the customers who bring in recurring revenue on a day, the largest first. Amounts are minor units of the
 * currency.
 *
 * @param nextCursor where the next page begins; null on the last page
 * @param total of all pages; on the first page only
 */
public record PayersView(
        LocalDate on,
        String currency,
        List<Payer> items,
        @Nullable String nextCursor,
        @Nullable PayerTotal total) {
    public PayersView {
        items = List.copyOf(items);
    }
}
