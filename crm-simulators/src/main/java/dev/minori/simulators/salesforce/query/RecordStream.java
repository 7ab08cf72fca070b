package dev.minori.simulators.salesforce.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.minori.simulators.salesforce.soql.Compiled;
import dev.minori.simulators.store.Sql;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** All records of a query as one JSON array, however many they are. */
public final class RecordStream {

    private static final int FETCH = 500;

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
        try (PreparedStatement statement =
                Sql.prepare(connection, sql, query.parameters().toArray())) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    layout.write(json, row);
                    records++;
                }
            }
        }
        json.writeEndArray();
        return records;
    }
}
