package dev.minori.sync.run;

import dev.minori.kit.id.Ids;
import dev.minori.sync.raw.RawKey;
import java.util.UUID;

/** Identity of facts: the same record is the same fact for ever, also after everything was lost and read again. */
final class FactIds {
    private FactIds() {}

    static UUID of(UUID workspaceId, RawKey key, String recordId) {
        return Ids.nameBased(workspaceId, key.connectionId() + "|" + key.objectName() + "|" + recordId);
    }
}
