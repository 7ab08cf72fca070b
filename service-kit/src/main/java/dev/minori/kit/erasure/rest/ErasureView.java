package dev.minori.kit.erasure.rest;

import dev.minori.kit.erasure.Erasure;
import dev.minori.kit.erasure.ErasureLedger;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the erasure ledger: ids only. The same shape is read by a replay. */
record ErasureView(
        @NotNull UUID erasureId,
        @NotNull UUID contactId,
        @NotNull @Size(max = 10_000) List<UUID> factIds,
        @Nullable Instant requestedAt,
        @Nullable Instant completedAt) {

    static ErasureView of(ErasureLedger.Entry entry) {
        Erasure erasure = entry.erasure();
        return new ErasureView(
                erasure.erasureId(), erasure.contactId(), erasure.factIds(), entry.requestedAt(), entry.completedAt());
    }

    Erasure toErasure() {
        return new Erasure(erasureId, contactId, factIds);
    }
}
