package dev.minori.kit.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from rows that were read with {@link PageRequest#fetchSize()}: one more row than asked for tells that
     * there is a next page.
     *
     * @param cursorAfter the cursor of the page that follows this row
     */
    public static <T> Page<T> cut(List<T> fetched, PageRequest request, Function<T, String> cursorAfter) {
        if (fetched.size() <= request.limit()) {
            return new Page<>(fetched, null);
        }
        List<T> items = fetched.subList(0, request.limit());
        return new Page<>(items, cursorAfter.apply(items.getLast()));
    }

    /** The same page with other items. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), nextCursor);
    }
}
