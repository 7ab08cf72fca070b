package dev.minori.sync.connection;

import dev.minori.sync.source.ApiAllowance;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way into one source system.
 *
 * @param name unique in the workspace; mappings may name the connection by it
 * @param blockedUntil no call is made before then: the source's allowance is spent
 * @param needsReconnect whether the source refuses the credentials
 */
public record Connection(
        UUID id,
        String name,
        ConnectionSettings settings,
        long version,
        @Nullable Instant blockedUntil,
        boolean needsReconnect,
        @Nullable ApiAllowance allowance) {

    /** Whether calls must wait at this moment. */
    public boolean isBlockedAt(Instant now) {
        return blockedUntil != null && now.isBefore(blockedUntil);
    }
}
