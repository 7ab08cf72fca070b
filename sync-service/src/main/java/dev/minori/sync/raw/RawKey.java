package dev.minori.sync.raw;

import java.util.UUID;

/** One object of one connection. */
public record RawKey(UUID connectionId, String objectName) {
    /** Name of the lock that its only writer holds. */
    public String lockName(UUID workspaceId) {
        return "raw|" + workspaceId + "|" + connectionId + "|" + objectName;
    }
}
