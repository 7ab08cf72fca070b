package dev.minori.simulators.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Loads rows into a table by COPY: the fast way in, with memory that does not grow. */
public final class CopyWriter implements AutoCloseable {

    private static final int FLUSH_CHARS = 48 * 1024;

    private final CopyIn copy;
    private final int columns;
    private final StringBuilder pending = new StringBuilder(FLUSH_CHARS + 8192);
    private long rows;

    /** @param table quoted as it needs to be; columns are quoted here */
    public CopyWriter(Connection connection, String table, List<String> columnNames) throws SQLException {
        this.columns = columnNames.size();
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " ("
                        + String.join(
                                ", ", columnNames.stream().map(Sql::quoted).toList())
                        + ") from stdin (encoding 'UTF8')");
    }

    /** Adds a row; null is SQL null, everything else its text. */
    public void add(@Nullable Object... values) throws SQLException {
        if (values.length != columns) {
            throw new IllegalArgumentException(values.length + " values for " + columns + " columns");
        }
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                pending.append('\t');
            }
            append(values[i]);
        }
        pending.append('\n');
        rows++;
        if (pending.length() >= FLUSH_CHARS) {
            flush();
        }
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> pending.append("\\N");
            case String text -> escaped(text);
            case Instant instant -> pending.append(instant);
            default -> pending.append(value);
        }
    }

    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> pending.append("\\\\");
                case '\n' -> pending.append("\\n");
                case '\r' -> pending.append("\\r");
                case '\t' -> pending.append("\\t");
                default -> pending.append(c);
            }
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = pending.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        pending.setLength(0);
    }

    /** Rows added so far. */
    public long rows() {
        return rows;
    }

    /** Completes the load. */
    public void finish() throws SQLException {
        flush();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
