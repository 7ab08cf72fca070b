package dev.minori.sync.reconcile;

import dev.minori.sync.platform.Transactions;
import dev.minori.sync.raw.RawKey;
import dev.minori.sync.raw.RawRow;
import dev.minori.sync.raw.RawStore;
import dev.minori.sync.run.MappingRecords;
import dev.minori.sync.run.Repairs;
import dev.minori.sync.run.SyncRun;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.RecordChunk;
import dev.minori.sync.source.RecordStream;
import dev.minori.sync.source.SourceClient;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceValue;
import dev.minori.sync.source.WindowCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares windows record by record: by Id, change stamp, and the fields that change without it. What differs is read whole
 * and stored; of a record only its Id, its stamp and those fields cross the wire otherwise.
 *
 * @param narrow the plan with no other fields than those compared
 * @param covered what is stamped later is no gap, it was just not read yet
 */
record WindowComparison(
        SyncRun run,
        RawKey key,
        ReadPlan plan,
        ReadPlan narrow,
        SourceClient client,
        @Nullable Instant covered,
        Repairs repairs,
        KeptRecords kept,
        RawStore raw,
        MappingRecords records,
        Transactions transactions) {
    private static final int CHUNK = 1_000;

    /** Compares what the source has in a window and repairs what is missing or stale. */
    Tally compare(WindowCount window, List<String> drift) {
        Tally tally = Tally.NONE;
        if (window.records() == 0) {
            return tally;
        }
        try (RecordStream stream = client.readWindow(narrow, window)) {
            for (Optional<RecordChunk> chunk = stream.next(); chunk.isPresent(); chunk = stream.next()) {
                List<SourceRecord> there = chunk.get().records();
                if (!there.isEmpty()) {
                    tally = tally.plus(compare(there, drift));
                }
            }
        }
        return tally;
    }

    private Tally compare(List<SourceRecord> there, List<String> drift) {
        List<String> ids = there.stream().map(SourceRecord::id).toList();
        repairs.meet(ids);
        Set<String> had = had(ids);
        Map<String, @Nullable Instant> stamps = transactions.call(() -> kept.stamps(key, ids));
        Map<String, SortedMap<String, SourceValue>> values = drift.isEmpty() ? Map.of() : values(ids);
        List<String> missing = new ArrayList<>();
        List<String> stale = new ArrayList<>();
        long recent = 0;
        for (SourceRecord record : there) {
            String id = record.id();
            boolean differs = !had.contains(id)
                    || !Objects.equals(stamps.get(id), record.changedAt())
                    || differs(record, values.getOrDefault(id, record.values()), drift);
            if (differs) {
                (had.contains(id) ? stale : missing).add(id);
                recent += isRecent(record) ? 1 : 0;
            }
        }
        if (missing.isEmpty() && stale.isEmpty()) {
            return Tally.NONE;
        }
        List<String> differing = new ArrayList<>(missing);
        differing.addAll(stale);
        repairs.land(client.readByIds(plan, differing));
        return tally(there, missing, stale, recent);
    }

    private Tally tally(List<SourceRecord> there, List<String> missing, List<String> stale, long recent) {
        Set<String> hadNow = had(missing);
        Set<String> recentIds =
                there.stream().filter(this::isRecent).map(SourceRecord::id).collect(Collectors.toSet());
        long gaps = missing.stream()
                .filter(id -> hadNow.contains(id) && !recentIds.contains(id))
                .count();
        long staleGaps = stale.stream().filter(id -> !recentIds.contains(id)).count();
        // What still is not had although it was read was left out because a person had it erased.
        long leftOut = (long) missing.size() - hadNow.size();
        return Tally.differing(gaps, staleGaps, recent, leftOut);
    }

    /** Removes what the mapping has in these windows and the source was not seen to have, once it is sure. */
    Tally removeUnmet(List<WindowCount> windows) {
        List<String> gone = new ArrayList<>();
        Tally tally = Tally.NONE;
        for (WindowCount window : windows) {
            String after = "";
            List<String> unmet = unmet(window, after);
            while (!unmet.isEmpty()) {
                Set<String> missing = new HashSet<>(unmet);
                List<SourceRecord> there = client.readByIds(plan, unmet);
                if (!there.isEmpty()) {
                    // Changed while everything was compared, or stamped in another window than when it was read.
                    repairs.land(there);
                    there.forEach(record -> missing.remove(record.id()));
                    tally = tally.plus(Tally.differing(0, 0, there.size(), 0));
                }
                unmet.stream().filter(missing::contains).forEach(gone::add);
                after = unmet.getLast();
                unmet = unmet(window, after);
            }
        }
        return tally.plus(remove(gone));
    }

    private Tally remove(List<String> gone) {
        if (gone.isEmpty()) {
            return Tally.NONE;
        }
        long known = transactions.call(() -> records.count(run.mappingId()));
        if (!run.removalsConfirmed() && !repairs.mayRemove(known, gone.size())) {
            return Tally.heldBack(gone.size());
        }
        for (int from = 0; from < gone.size(); from += CHUNK) {
            repairs.remove(gone.subList(from, Math.min(gone.size(), from + CHUNK)));
        }
        return Tally.gone(gone.size());
    }

    private List<String> unmet(WindowCount window, String after) {
        return transactions.call(() -> kept.findUnmet(run.mappingId(), key, run.id(), window.window(), after, CHUNK));
    }

    private Set<String> had(List<String> ids) {
        return ids.isEmpty() ? Set.of() : transactions.call(() -> records.findHad(run.mappingId(), ids));
    }

    private Map<String, SortedMap<String, SourceValue>> values(List<String> ids) {
        Function<RawRow, SortedMap<String, SourceValue>> values =
                row -> row.record().values();
        return transactions.call(() -> raw.load(key, ids)).stream()
                .collect(Collectors.toMap(row -> row.record().id(), values));
    }

    private static boolean differs(SourceRecord record, SortedMap<String, SourceValue> kept, List<String> drift) {
        return drift.stream().anyMatch(field -> !Objects.equals(kept.get(field), record.value(field)));
    }

    private boolean isRecent(SourceRecord record) {
        Instant stamp = record.changedAt();
        return stamp != null && (covered == null || stamp.isAfter(covered));
    }
}
