package dev.minori.sync.source;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read.
 *
 * @param id the source's own id
 * @param changedAt the source's change stamp
 * @param deleted whether the source says it is gone
 * @param values values by field code; empty fields are absent
 */
public record SourceRecord(
        String id, @Nullable Instant changedAt, boolean deleted, SortedMap<String, SourceValue> values) {
    public SourceRecord {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The same without these fields. */
    public SourceRecord without(Set<String> codes) {
        if (codes.isEmpty()) {
            return this;
        }
        SortedMap<String, SourceValue> left = new TreeMap<>(values);
        left.keySet().removeAll(codes);
        return new SourceRecord(id, changedAt, deleted, left);
    }

    /** The value of a field, null if it is empty. */
    public @Nullable SourceValue value(String code) {
        return values.get(code);
    }
}
