package dev.minori.sync.reconcile;

import dev.minori.sync.source.Window;
import dev.minori.sync.source.WindowCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Tells windows that have as many records here as there from those that have not. */
final class Windows {
    private Windows() {}

    /**
     * The windows that differ, with what the source has in them.
     *
     * @param there what the source has
     * @param here what is kept, by the windows' beginnings; a window that the source has nothing in is not in its answer
     * @param whole makes a window of its beginning
     */
    static List<WindowCount> differing(
            List<WindowCount> there, Map<Instant, Long> here, Function<Instant, Window> whole) {
        List<WindowCount> differing = new ArrayList<>();
        Set<Instant> emptyThere = new HashSet<>(here.keySet());
        for (WindowCount count : there) {
            Instant from = count.window().from();
            long kept = from == null
                    ? here.values().stream().mapToLong(Long::longValue).sum()
                    : here.getOrDefault(from, 0L);
            if (count.records() != kept) {
                differing.add(count);
            }
            if (from == null) {
                return differing;
            }
            emptyThere.remove(from);
        }
        emptyThere.stream().sorted().forEach(from -> differing.add(new WindowCount(whole.apply(from), 0)));
        return differing;
    }

    /** How many records the windows have together. */
    static long total(List<WindowCount> counts) {
        return counts.stream().mapToLong(WindowCount::records).sum();
    }
}
