package dev.minori.simulators.salesforce.query;

import dev.minori.simulators.http.JsonBytes;
import dev.minori.simulators.salesforce.soql.Compiled;
import dev.minori.simulators.store.CopiedRows;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;

/** All records of a query as one JSON array, however many they are. */
public final class RecordStream {

    private static final int DRAIN_AT = 64 * 1024;

    private RecordStream() {}

    /**
     * Writes the records and tells how many they were.
     *
     * @param dataRoot {@code /services/data/v65.0}, for the records' URLs
     */
    public static long write(
            Connection connection, Compiled query, String dataRoot, Instants instants, OutputStream out)
            throws SQLException, IOException {
        RecordLayout layout = new RecordLayout(query, dataRoot, instants);
        String sql = "select " + layout.selectList() + " from " + query.from() + query.where() + query.orderBy()
                + query.window();
        long records = 0;
        JsonBytes json = new JsonBytes(2 * DRAIN_AT).raw('[');
        try (CopiedRows row = CopiedRows.of(connection, sql, query.parameters())) {
            while (row.next()) {
                if (records > 0) {
                    json.raw(',');
                }
                layout.write(json, row);
                records++;
                if (json.size() >= DRAIN_AT) {
                    json.drain(out);
                }
            }
        }
        json.raw(']').drain(out);
        return records;
    }
}
