package dev.minori.sync.connection;

import dev.minori.sync.source.ApiAllowance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the connections of the current workspace. Needs a transaction. */
public interface ConnectionStore {
    /**
     * Waits until nobody else changes connections of the workspace and keeps others out to the end of the transaction.
     * Who is going to save locks before it looks.
     */
    void lock();

    Optional<Connection> find(UUID id);

    Optional<Connection> findByName(String name);

    List<Connection> list(@Nullable UUID after, int limit);

    /** Adds the connection or changes it. Fails as stale if another change was saved since it was found. */
    void save(Connection connection, Secrets secrets);

    Secrets secretsOf(UUID id);

    void delete(UUID id);

    /** Whether a mapping reads through it. */
    boolean isInUse(UUID id);

    /** Notes that no call may be made before then. It passes by itself; what another run does meanwhile does not lift it. */
    void block(UUID id, Instant until);

    /** Notes whether the source accepts the credentials. */
    void noteSignIn(UUID id, boolean accepted);

    void noteAllowance(UUID id, ApiAllowance allowance);
}
