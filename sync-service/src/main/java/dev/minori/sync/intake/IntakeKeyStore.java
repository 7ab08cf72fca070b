package dev.minori.sync.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the keys of the current workspace. Needs a transaction. */
public interface IntakeKeyStore {
    /** All that let in and the newest of the revoked, in the order they were made. */
    List<IntakeKey> list(UUID connectionId);

    Optional<IntakeKey> find(UUID id);

    /** The hash of what the sender holds. */
    Optional<byte[]> hashOf(UUID id);

    void add(IntakeKey key, byte[] hash);

    void revoke(UUID id, Instant at);

    /** Counts a use within its minute; false if the key was used so often in it already. */
    boolean use(UUID id, Instant now, Instant minute, int mostCalls);

    /** The connection is no more. */
    void forget(UUID connectionId);
}
