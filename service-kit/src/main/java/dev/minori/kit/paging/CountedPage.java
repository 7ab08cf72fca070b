package dev.minori.kit.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, and how long the list is.
 *
 * @param nextCursor where the next page begins; null on the last page
 * @param total how many there are on all pages, counted no further than {@link #MOST_COUNTED}
 * @param totalIsMinimum whether there are more than {@code total}
 */
public record CountedPage<T>(List<T> items, @Nullable String nextCursor, int total, boolean totalIsMinimum) {
    /** Nobody reads on beyond this; counting on would cost for nothing. */
    public static final int MOST_COUNTED = 10_000;

    public CountedPage {
        items = List.copyOf(items);
    }

    /** The page with the number of all; {@code found} was counted up to one more than {@link #MOST_COUNTED}. */
    public static <T> CountedPage<T> of(Page<T> page, int found) {
        return new CountedPage<>(page.items(), page.nextCursor(), Math.min(found, MOST_COUNTED), found > MOST_COUNTED);
    }

    /** The same page with other items. */
    public <R> CountedPage<R> map(Function<? super T, ? extends R> change) {
        return new CountedPage<>(items.stream().<R>map(change).toList(), nextCursor, total, totalIsMinimum);
    }
}
