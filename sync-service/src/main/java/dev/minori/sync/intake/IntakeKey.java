package dev.minori.sync.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key by which one system may send records to one connection; the key itself is known to that system only. */
public record IntakeKey(
        UUID id,
        UUID connectionId,
        String name,
        Instant createdAt,
        String createdBy,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    /** Whether it lets nobody in any more. */
    public boolean isRevoked() {
        return revokedAt != null;
    }
}
