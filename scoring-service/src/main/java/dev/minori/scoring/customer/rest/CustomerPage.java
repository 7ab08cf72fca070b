package dev.minori.scoring.customer.rest;

import dev.minori.scoring.customer.CustomerList;
import dev.minori.scoring.customer.CustomerList.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of customers.
 *
 * @param nextCursor where the next page begins; null on the last page
 * @param total how many there are on all pages; on the first page only
 */
public record CustomerPage(
        List<Item> items,
        @Nullable String nextCursor,
        @Nullable Total total) {
    public CustomerPage {
        items = List.copyOf(items);
    }

    /**
     * A number of customers.
     *
     * @param exact false if there are more than {@code count}
     */
    public record Total(long count, boolean exact) {
        static Total of(long counted) {
            return new Total(Math.min(counted, CustomerList.COUNTED), counted <= CustomerList.COUNTED);
        }
    }
}
