package dev.minori.kit.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/**
 * A place of a service that holds personal data. Each feature with such tables has a bean that implements this; an
 * erasure calls all of them in one transaction.
 */
public interface PersonalData {
    /** Name of the place, for the log, for example {@code contacts}. */
    String name();

    /**
     * Looks, before anything is erased, for what else is kept of the person, and gives the fact ids of records that tell
     * of nobody else: they are blocked and erased with the others. Records that tell of others too are cleared of the
     * person here, in the same transaction. Most places know what is the person's and find nothing more.
     *
     * @param connection as in {@link #erase}
     */
    default Set<UUID> trace(Connection connection, Erasure erasure) throws SQLException {
        return Set.of();
    }

    /**
     * Removes or overwrites what the place holds of the person, in all versions and partitions. Done again for the same
     * erasure it changes nothing.
     *
     * @param connection a connection of the erase role, bound to the workspace, inside a transaction; do not commit
     * @return how many rows were removed or overwritten
     */
    int erase(Connection connection, Erasure erasure) throws SQLException;
}
