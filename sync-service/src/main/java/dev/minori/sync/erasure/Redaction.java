package dev.minori.sync.erasure;

import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceValue;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Empties fields of a record, the same way whenever it is done: what is read again is what is kept. */
public final class Redaction {
    /** Stands for a text that was erased, so that a field a mapping needs is not missing. */
    public static final String ERASED = "(消去済み)";

    private Redaction() {}

    /** The values without those fields. */
    public static SortedMap<String, SourceValue> of(Map<String, SourceValue> values, Set<String> fields) {
        SortedMap<String, SourceValue> redacted = new TreeMap<>(values);
        for (String field : fields) {
            redacted.computeIfPresent(
                    field, (_, value) -> value instanceof SourceValue.Text ? new SourceValue.Text(ERASED) : null);
        }
        return redacted;
    }

    /** The record without those fields. */
    public static SourceRecord of(SourceRecord record, Set<String> fields) {
        return new SourceRecord(record.id(), record.changedAt(), record.deleted(), of(record.values(), fields));
    }
}
