package dev.minori.simulators.salesforce.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.minori.simulators.salesforce.soql.Compiled;
import dev.minori.simulators.store.CopiedRows;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** All records of a query as one JSON array, however many they are. */
public final class RecordStream {

    private RecordStream() {}

    /**
     * Writes the records and tells how many they were.
     *
     * @param dataRoot {@code /services/data/v65.0}, for the records' URLs
     */
    public static long write(
            Connection connection, Compiled query, String dataRoot, Instants instants, JsonGenerator json)
            throws SQLException, IOException {
        RecordLayout layout = new RecordLayout(query, dataRoot, instants);
        String sql = "select " + layout.selectList() + " from " + query.from() + query.where() + query.orderBy()
                + query.window();
        long records = 0;
        json.writeStartArray();
        try (CopiedRows row = CopiedRows.of(connection, sql, query.parameters())) {
            while (row.next()) {
                layout.write(json, row);
                records++;
            }
        }
        json.writeEndArray();
        return records;
    }
}
