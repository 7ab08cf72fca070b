package dev.minori.simulators.salesforce.query;

import dev.minori.simulators.http.JsonBytes;
import dev.minori.simulators.store.CopiedRows;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of one page as a JSON array, at most 2,000 of them, so that the total can be written before them. */
final class RecordBuffer {

    private static final int USUAL_BYTES = 16 * 1024;
    /** A head names a total and a path with a locator. */
    private static final int HEAD_BYTES = 256;

    private final JsonBytes json;
    private boolean begun;

    RecordBuffer() {
        this(0);
    }

    /** @param expected how many bytes there will be, so that the buffer need not grow */
    RecordBuffer(int expected) {
        this.json = new JsonBytes(HEAD_BYTES, USUAL_BYTES + expected);
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
        if (begun) {
            json.raw(',');
        }
        begun = true;
        writer.write(json, row);
    }

    /** The whole answer around the records. */
    ByteBuffer page(long total, @Nullable String nextUrl) {
        // Locators and paths are plain ASCII, so that nothing here needs escaping.
        String next = nextUrl == null ? "" : ",\"nextRecordsUrl\":\"" + nextUrl + '"';
        json.raw(']').raw('}');
        return json.after(JsonBytes.ascii(
                "{\"totalSize\":" + total + ",\"done\":" + (nextUrl == null) + next + ",\"records\":["));
    }

    /** Writes a row as one record. */
    @FunctionalInterface
    interface RowWriter {
        void write(JsonBytes json, CopiedRows row);
    }
}
