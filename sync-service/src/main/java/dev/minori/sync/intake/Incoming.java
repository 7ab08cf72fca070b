package dev.minori.sync.intake;

import dev.minori.sync.source.SourceValue;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One record of a batch, as it came. */
public sealed interface Incoming {

    /**
     * A record that can be kept.
     *
     * @param updatedAt the sender's stamp of this version, if it gives one
     * @param values with id and stamp; of the types that JSON itself has
     */
    record Event(int index, String id, @Nullable Instant updatedAt, SortedMap<String, SourceValue> values)
            implements Incoming {}

    /** Something that is no record. */
    record Refused(Finding finding) implements Incoming {}
}
