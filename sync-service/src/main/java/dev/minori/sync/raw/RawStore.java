package dev.minori.sync.raw;

import dev.minori.sync.source.SourceRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps source rows and their history. Needs a transaction. */
public interface RawStore {
    /** Makes this transaction the only writer of the object until it ends. */
    void lock(RawKey key);

    /**
     * Stores what differs from what is kept and gives how each record stands now, in the order given. A deleted record
     * that was never known is left out.
     */
    List<RawRow> land(RawKey key, List<SourceRecord> records);

    /** The kept rows of these records. */
    List<RawRow> load(RawKey key, List<String> recordIds);

    /** The kept rows of the object in the order of their ids, beginning behind the given one. */
    List<RawRow> scan(RawKey key, String afterId, int limit);

    /** How many records the object has that are not deleted. */
    long count(RawKey key);

    /** Takes fields out of all earlier versions of the records, given by record id. */
    void forget(RawKey key, Map<String, Set<String>> fields);

    /** Marks rows as deleted that the source no longer has. */
    void markDeleted(RawKey key, List<String> recordIds);
}
