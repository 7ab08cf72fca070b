package dev.minori.sync.raw;

import dev.minori.sync.source.SourceRecord;
import java.util.List;
import java.util.UUID;

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

    /** Kept rows in the order of their ids, beginning behind the given one. */
    List<RawRow> scan(RawKey key, String afterId, int limit);

    /** Whether anything of the object is kept. */
    boolean hasAny(RawKey key);

    /** How many rows of the object are kept that the source has. */
    long countPresent(RawKey key);

    /** How many records the run met. */
    long countSeen(UUID runId);

    /** Notes that a run met these records. */
    void markSeen(UUID runId, List<String> recordIds);

    /** Marks as deleted some of the rows that the run did not meet, and gives them; empty when none is left. */
    List<RawRow> removeUnseen(RawKey key, UUID runId, int limit);

    /** Forgets what the run met. */
    void clearSeen(UUID runId);
}
