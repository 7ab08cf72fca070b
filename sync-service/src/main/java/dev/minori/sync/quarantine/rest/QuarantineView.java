package dev.minori.sync.quarantine.rest;

import dev.minori.sync.quarantine.QuarantineEntry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that did not become a fact, as JSON.
 *
 * @param reason stable word, for example {@code unreadable-value}
 * @param detail what is wrong, for people
 */
public record QuarantineView(
        UUID id,
        UUID mappingId,
        UUID runId,
        String recordId,
        String reason,
        @Nullable String field,
        @Nullable String sample,
        DetailView detail,
        Instant firstAt,
        Instant lastAt) {

    /** A sentence in both languages. */
    public record DetailView(String ja, String en) {}

    static QuarantineView of(QuarantineEntry entry) {
        return new QuarantineView(
                entry.id(),
                entry.mappingId(),
                entry.runId(),
                entry.recordId(),
                entry.reason(),
                entry.field(),
                entry.sample(),
                new DetailView(entry.detail().ja(), entry.detail().en()),
                entry.firstAt(),
                entry.lastAt());
    }
}
