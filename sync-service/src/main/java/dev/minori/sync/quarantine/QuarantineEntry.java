package dev.minori.sync.quarantine;

import dev.minori.kit.problem.Wording;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that did not become a fact.
 *
 * @param rawVersion the row's version that was tried
 * @param reason stable word, for example {@code customer-not-found}
 * @param customerLink the value that names the customer, if that is what is missing
 */
public record QuarantineEntry(
        UUID id,
        UUID mappingId,
        String recordId,
        UUID runId,
        long rawVersion,
        int mappingVersion,
        String reason,
        @Nullable String field,
        @Nullable String sample,
        Wording detail,
        @Nullable String customerLink,
        Instant firstAt,
        Instant lastAt) {}
