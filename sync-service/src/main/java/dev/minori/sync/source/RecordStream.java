package dev.minori.sync.source;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records of one read, chunk by chunk. Memory does not grow with the number of records. */
public interface RecordStream extends AutoCloseable {
    /** The next records, empty at the end. Throws {@link SourceException}; the stream is then over. */
    Optional<RecordChunk> next();

    /**
     * Up to where the source is covered once the stream has ended: the next incremental read starts there, less the
     * overlap. Null if nothing was seen that could tell.
     */
    @Nullable
    Instant coveredUntil();

    /** How many records the source says the whole read has, as soon as it tells; null until then, and where it does not. */
    @Nullable
    Long announced();

    @Override
    void close();
}
