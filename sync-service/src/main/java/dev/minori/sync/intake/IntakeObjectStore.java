package dev.minori.sync.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what is known of the records that are sent to the connections of the current workspace. Needs a transaction. */
public interface IntakeObjectStore {
    List<IntakeObject> list(UUID connectionId);

    Optional<IntakeObject> find(UUID connectionId, String name);

    /** Adds the object or changes it; gives it as it is kept, with its new version. */
    IntakeObject save(UUID connectionId, IntakeObject object);

    /** The connection is no more. */
    void forget(UUID connectionId);
}
