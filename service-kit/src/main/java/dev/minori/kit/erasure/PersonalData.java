package dev.minori.kit.erasure;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A place of a service that holds personal data. Each feature with such tables has a bean that implements this; an
 * erasure calls all of them in one transaction.
 */
public interface PersonalData {
    /** Name of the place, for the log, for example {@code contacts}. */
    String name();

    /**
     * Removes or overwrites what the place holds of the person, in all versions and partitions. Done again for the same
     * erasure it changes nothing.
     *
     * @param connection a connection of the erase role, bound to the workspace, inside a transaction; do not commit
     * @return how many rows were removed or overwritten
     */
    int erase(Connection connection, Erasure erasure) throws SQLException;
}
