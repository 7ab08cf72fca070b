package dev.minori.sync.source;

import java.util.List;

/**
 * Some records that are stored together.
 *
 * @param resume where reading goes on after them, also in another process
 */
public record RecordChunk(List<SourceRecord> records, ResumePoint resume) {
    public RecordChunk {
        records = List.copyOf(records);
    }
}
