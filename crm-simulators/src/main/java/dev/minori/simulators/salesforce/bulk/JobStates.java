package dev.minori.simulators.salesforce.bulk;

import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves the jobs or batches of a table from one state to another. A move names the states it starts from, so that who comes
 * late changes nothing and learns it.
 */
public final class JobStates {

    private final Database database;
    private final Clock clock;
    private final String table;

    /** @param table it has the columns {@code id}, {@code state} and {@code modified_at} */
    public JobStates(Database database, Clock clock, String table) {
        this.database = database;
        this.clock = clock;
        this.table = table;
    }

    /** What is noted with a move. */
    public record Note(String column, @Nullable Object value) {}

    /** Moves one from any of some states; false when it was in none of them. */
    public boolean move(String id, Set<? extends Enum<?>> from, Enum<?> to, Note... notes) throws SQLException {
        return database.transact(connection -> move(connection, id, from, to, notes));
    }

    /** {@link #move} as a part of a transaction. */
    public boolean move(Connection connection, String id, Set<? extends Enum<?>> from, Enum<?> to, Note... notes)
            throws SQLException {
        StringBuilder sql = new StringBuilder("update " + table + " set state = ?, modified_at = ?");
        List<@Nullable Object> parameters = new ArrayList<>(Arrays.asList(to.name(), clock.instant()));
        for (Note note : notes) {
            sql.append(", ").append(note.column).append(" = ?");
            parameters.add(note.value);
        }
        parameters.add(id);
        parameters.add(from.stream().map(Enum::name).toList());
        sql.append(" where id = ? and state = any(?)");
        return Sql.update(connection, sql.toString(), parameters.toArray()) == 1;
    }
}
