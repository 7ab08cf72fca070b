package dev.minori.simulators.salesforce.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.store.CopiedRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of one page as a JSON array, at most 2,000 of them, so that the total can be written before them. */
final class RecordBuffer {

    private static final int USUAL_BYTES = 16 * 1024;
    private static final int BYTES_A_RECORD = 450;

    private final ByteArrayOutputStream bytes;
    private final JsonGenerator json;

    RecordBuffer() {
        this(0);
    }

    /** @param records how many there will be, so that the buffer need not grow */
    RecordBuffer(int records) {
        this.bytes = new ByteArrayOutputStream(USUAL_BYTES + records * BYTES_A_RECORD);
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
        int count = 0;
        try (CopiedRows rows = CopiedRows.of(connection, sql, parameters)) {
            while (rows.next()) {
                count++;
                if (count <= keep) {
                    add(rows, writer);
                }
            }
        }
        return count;
    }

    /** Adds the current row of a result. */
    void add(CopiedRows row, RowWriter writer) {
        try {
            writer.write(json, row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole answer around the records. */
    byte[] page(long total, @Nullable String nextUrl) {
        // Locators and paths are plain ASCII, so that nothing here needs escaping.
        String next = nextUrl == null ? "" : ",\"nextRecordsUrl\":\"" + nextUrl + '"';
        byte[] head = ("{\"totalSize\":" + total + ",\"done\":" + (nextUrl == null) + next + ",\"records\":")
                .getBytes(StandardCharsets.US_ASCII);
        try {
            json.writeEndArray();
            json.close();
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.size() + head.length + 1);
            out.writeBytes(head);
            bytes.writeTo(out);
            out.write('}');
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a row as one record. */
    @FunctionalInterface
    interface RowWriter {
        void write(JsonGenerator json, CopiedRows row) throws IOException;
    }
}
