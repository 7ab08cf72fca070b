package dev.minori.sync.run;

import dev.minori.sync.source.SourceRecord;
import java.util.List;

/** What a comparison may do about what it finds. Each call is a transaction of its own and a sign of life of the run. */
public interface Repairs {
    /** Stores records as the source has them now and tells what they mean. */
    void land(List<SourceRecord> records);

    /** Removes records that the source has no more. */
    void remove(List<String> recordIds);

    /** Notes records that the source has. */
    void meet(List<String> recordIds);

    /** Whether so many of the records known may be removed without a question; if not, that is noted at the run. */
    boolean mayRemove(long known, long missing);
}
