package dev.minori.sync.raw;

import dev.minori.sync.source.SourceRecord;
import java.util.List;

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

    /** Marks rows as deleted that the source no longer has. */
    void markDeleted(RawKey key, List<String> recordIds);
}
