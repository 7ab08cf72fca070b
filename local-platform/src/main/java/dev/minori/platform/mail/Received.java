package dev.minori.platform.mail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * What a sink has received, newest last; the oldest go when there are too many.
 *
 * @param <T> mails or webhook calls
 */
final class Received<T> {

    private final int capacity;
    private final Deque<T> items = new ArrayDeque<>();
    private long lastId;

    Received(int capacity) {
        this.capacity = capacity;
    }

    /** Keeps what the function makes of the next id. */
    synchronized T add(LongFunction<T> withId) {
        T item = withId.apply(++lastId);
        items.addLast(item);
        if (items.size() > capacity) {
            items.removeFirst();
        }
        return item;
    }

    /** What matches, oldest first. */
    synchronized List<T> list(Predicate<T> filter) {
        List<T> found = new ArrayList<>();
        for (T item : items) {
            if (filter.test(item)) {
                found.add(item);
            }
        }
        return found;
    }

    synchronized Optional<T> find(Predicate<T> filter) {
        return items.stream().filter(filter).findFirst();
    }

    synchronized void clear() {
        items.clear();
    }
}
