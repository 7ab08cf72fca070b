package dev.minori.scoring.expression;

import dev.minori.events.fact.Dataset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of one dataset that belong to a customer, as an expression names them.
 *
 * @param name for example {@code usage}
 * @param table the table of current facts
 * @param timeColumn when a record happened, by which windows and "latest" go; null where records have no time
 * @param timeType DATE or TIME
 */
record RecordSet(
        String name,
        Dataset dataset,
        RowType rowType,
        String table,
        @Nullable String timeColumn,
        ValueType timeType) {

    /** The column windows go by, of the row with this alias. */
    Optional<String> time(String alias) {
        return Optional.ofNullable(timeColumn).map(column -> alias + "." + column);
    }
}
