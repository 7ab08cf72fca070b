package dev.minori.simulators.salesforce.org;

import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A change of many records in one transaction: all of them carry the same stamp. */
public final class MassChange {

    private MassChange() {}

    /** Stamps records in the order of their ids, and tells the stamp. */
    public static Instant stamp(Database database, Org org, ObjectType object, int rows, Clock clock)
            throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String table = org.schema().table(object);
        database.run(connection -> Sql.update(
                connection,
                "update " + table
                        + " set \"SystemModstamp\" = ?, \"LastModifiedDate\" = ? where \"Id\" in (select \"Id\""
                        + " from " + table + " where not \"IsDeleted\" order by \"Id\" limit ?)",
                now,
                now,
                rows));
        return now;
    }
}
