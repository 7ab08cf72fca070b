package dev.minori.sync.intake;

import dev.minori.kit.problem.Wording;
import dev.minori.sync.raw.RawRow;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides record by record what of a batch is new: the same content once more is nothing, other content is a version, and
 * the newer stamp wins in whatever order they come.
 */
final class Sifting {
    /** A stamp from the future would keep every later version out. */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final Map<String, RawRow> kept;
    private final Instant now;
    private final Map<String, SourceRecord> wanted = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int added;
    private int changed;
    private int unchanged;
    private int older;
    private int leftOut;
    private int rejected;

    Sifting(Map<String, RawRow> kept, Instant now) {
        this.kept = kept;
        this.now = now;
    }

    void reject(Finding finding) {
        findings.add(finding);
        rejected++;
    }

    void sift(Incoming.Event event, SortedMap<String, SourceValue> values) {
        places.put(event.id(), event.index());
        RawRow row = kept.get(event.id());
        if (row != null && row.erased()) {
            leftOut++;
            return;
        }
        Instant stamp = event.updatedAt();
        if (stamp != null && stamp.isAfter(now.plus(CLOCKS_DIFFER))) {
            reject(finding(
                    event,
                    Finding.Kind.REJECTED,
                    "stamp-in-future",
                    new Wording("updatedAtが未来の日時です。", "updatedAt lies in the future.")));
            return;
        }
        SourceRecord before = before(event.id(), row);
        SourceRecord next = new SourceRecord(event.id(), stamp == null ? now : stamp, false, values);
        if (before == null) {
            added++;
            wanted.put(event.id(), next);
        } else if (before.values().equals(values)) {
            unchanged++;
        } else {
            sift(event, before, next);
        }
    }

    private void sift(Incoming.Event event, SourceRecord before, SourceRecord next) {
        Instant known = before.changedAt();
        Instant stamp = event.updatedAt();
        if (stamp != null && known != null && stamp.isBefore(known)) {
            older++;
            findings.add(finding(
                    event,
                    Finding.Kind.OLDER,
                    "older-version",
                    new Wording(
                            "より新しい版(" + known + ")がすでにあるため、取り込みません。",
                            "A newer version, of " + known + ", is kept already.")));
        } else if (stamp != null && stamp.equals(known)) {
            reject(finding(
                    event,
                    Finding.Kind.REJECTED,
                    "same-stamp",
                    new Wording(
                            "同じidとupdatedAtで、内容の違うレコードがすでにあります。",
                            "The same id and updatedAt are known with other content.")));
        } else {
            changed++;
            wanted.put(event.id(), next);
        }
    }

    private @Nullable SourceRecord before(String id, @Nullable RawRow row) {
        SourceRecord earlier = wanted.get(id);
        if (earlier != null) {
            return earlier;
        }
        return row == null || row.deleted() ? null : row.record();
    }

    private static Finding finding(Incoming.Event event, Finding.Kind kind, String reason, Wording detail) {
        return new Finding(event.index(), event.id(), kind, IntakeObject.STAMP, reason, detail);
    }

    List<SourceRecord> wanted() {
        return List.copyOf(wanted.values());
    }

    /** Where in the batch the record stands. */
    int placeOf(String id) {
        return places.getOrDefault(id, 0);
    }

    /** What became of the batch, after so many more were left out and these were put into quarantine. */
    IntakeResult result(int received, List<String> leftOutToo, int quarantined, List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        int addedOnes = added;
        int changedOnes = changed;
        for (String id : leftOutToo) {
            if (kept.containsKey(id)) {
                changedOnes--;
            } else {
                addedOnes--;
            }
        }
        return new IntakeResult(
                received,
                addedOnes,
                changedOnes,
                unchanged,
                older,
                leftOut + leftOutToo.size(),
                rejected,
                quarantined,
                all);
    }
}
