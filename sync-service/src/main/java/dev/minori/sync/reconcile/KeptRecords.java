package dev.minori.sync.reconcile;

import dev.minori.sync.raw.RawKey;
import dev.minori.sync.source.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts and finds the records that a mapping has, by the time of their last change. Needs a transaction. */
public interface KeptRecords {
    /** How many were last changed in each month of UTC, by the month's beginning. */
    Map<Instant, Long> countByMonth(UUID mappingId, RawKey key);

    /** How many of a window were last changed on each day of UTC, by the day's beginning. */
    Map<Instant, Long> countByDay(UUID mappingId, RawKey key, Window within);

    /** When those of the records were last changed, as they are kept. */
    Map<String, @Nullable Instant> stamps(RawKey key, List<String> recordIds);

    /** Records of a window that a run did not meet, in the order of their ids, beginning behind the given one. */
    List<String> findUnmet(UUID mappingId, RawKey key, UUID runId, Window window, String afterId, int limit);
}
