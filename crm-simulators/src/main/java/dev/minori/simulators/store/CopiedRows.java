package dev.minori.simulators.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Rows of a query as {@code COPY … (format binary)} gives them: texts are slices of the bytes that came over the wire, so
 * that whoever passes them on makes no strings of them. Columns count from 0 and are of type text, boolean, bigint,
 * double precision or timestamptz. The format is that of the PostgreSQL manual, "COPY", "Binary Format".
 */
public final class CopiedRows implements AutoCloseable {

    private static final int HEADER_BYTES = 19;
    private static final int NULL = -1;
    /** PostgreSQL counts microseconds from the beginning of 2000. */
    private static final long EPOCH_OF_2000 = 946_684_800_000L;

    private static final byte[] NOTHING = {};

    private final CopyOut copy;
    private byte[] bytes = NOTHING;
    private ByteBuffer numbers = ByteBuffer.wrap(bytes);
    private boolean headerSeen;
    private int[] starts = new int[0];
    private int[] lengths = new int[0];

    private CopiedRows(CopyOut copy) {
        this.copy = copy;
    }

    /** Begins to read; the connection is busy until this is closed. */
    public static CopiedRows of(Connection connection, String select, List<?> parameters) throws SQLException {
        return new CopiedRows(connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + Literals.inline(select, parameters) + ") to stdout (format binary)"));
    }

    /** Goes to the next row; false behind the last. */
    public boolean next() throws SQLException {
        byte[] message = copy.readFromCopy();
        if (message == null) {
            return false;
        }
        bytes = message;
        numbers = ByteBuffer.wrap(message);
        int at = headerSeen ? 0 : HEADER_BYTES;
        headerSeen = true;
        int columns = numbers.getShort(at);
        if (columns < 0) {
            return next();
        }
        if (columns != starts.length) {
            starts = new int[columns];
            lengths = new int[columns];
        }
        at += Short.BYTES;
        for (int i = 0; i < columns; i++) {
            int length = numbers.getInt(at);
            at += Integer.BYTES;
            starts[i] = at;
            lengths[i] = length;
            at += Math.max(0, length);
        }
        return true;
    }

    /** Whether a column is null. */
    public boolean isNull(int column) {
        return lengths[column] == NULL;
    }

    /** What {@link #start} and {@link #length} point into; another array for each row. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where a text that is not null begins, in UTF-8. */
    public int start(int column) {
        return starts[column];
    }

    /** How many bytes a text has. */
    public int length(int column) {
        return lengths[column];
    }

    /** A text that is not null. */
    public String text(int column) {
        return new String(bytes, starts[column], lengths[column], StandardCharsets.UTF_8);
    }

    /** A {@code bigint} that is not null. */
    public long whole(int column) {
        return numbers.getLong(starts[column]);
    }

    /** A {@code timestamptz} that is not null, in milliseconds since 1970. */
    public long epochMillis(int column) {
        return Math.floorDiv(whole(column), 1000L) + EPOCH_OF_2000;
    }

    /** A {@code double precision} that is not null. */
    public double real(int column) {
        return numbers.getDouble(starts[column]);
    }

    /** A {@code boolean} that is not null. */
    public boolean flag(int column) {
        return bytes[starts[column]] != 0;
    }

    /** Reads what is left: to cancel would undo the transaction, and could meet the statement after this one. */
    @Override
    public void close() throws SQLException {
        while (copy.isActive() && copy.readFromCopy() != null) {
            bytes = NOTHING;
        }
    }
}
