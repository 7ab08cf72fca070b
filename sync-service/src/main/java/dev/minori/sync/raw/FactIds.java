package dev.minori.sync.raw;

import dev.minori.kit.id.Ids;
import java.util.UUID;

/** Identity of facts: the same record is the same fact for ever, also after everything was lost and read again. */
public final class FactIds {
    private FactIds() {}

    /** The id of the fact that a record becomes. */
    public static UUID of(UUID workspaceId, RawKey key, String recordId) {
        return Ids.nameBased(workspaceId, key.connectionId() + "|" + key.objectName() + "|" + recordId);
    }
}
