package dev.minori.simulators.salesforce.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.store.Sql;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of one page as a JSON array, at most 2,000 of them, so that the total can be written before them. */
final class RecordBuffer {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
    private final JsonGenerator json;

    RecordBuffer() {
        try {
            this.json = Json.MAPPER.createGenerator(bytes);
            json.writeStartArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds the rows of a statement.
     *
     * @param keep rows beyond this number are counted, not written
     * @return the number of rows
     */
    int add(Connection connection, String sql, List<?> parameters, int keep, RowWriter writer) throws SQLException {
        int rows = 0;
        try (PreparedStatement statement = Sql.prepare(connection, sql, parameters.toArray())) {
            statement.setFetchSize(500);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows++;
                    if (rows <= keep) {
                        add(result, writer);
                    }
                }
            }
        }
        return rows;
    }

    /** Adds the current row of a result. */
    void add(ResultSet row, RowWriter writer) throws SQLException {
        try {
            writer.write(json, row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole answer around the records. */
    byte[] page(long total, @Nullable String nextUrl) {
        try {
            json.writeEndArray();
            json.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Locators and paths are plain ASCII, so that nothing here needs escaping.
        String next = nextUrl == null ? "" : ",\"nextRecordsUrl\":\"" + nextUrl + '"';
        String head = "{\"totalSize\":" + total + ",\"done\":" + (nextUrl == null) + next + ",\"records\":";
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.size() + head.length() + 1);
        out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(bytes.toByteArray());
        out.write('}');
        return out.toByteArray();
    }

    /** Writes a row as one record. */
    @FunctionalInterface
    interface RowWriter {
        void write(JsonGenerator json, ResultSet row) throws SQLException, IOException;
    }
}
