package dev.minori.simulators.salesforce.bulk;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CSV by RFC 4180, record by record, and writes cells in quotes. */
public final class Csv {

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int END = -1;

    private final Reader reader;
    private final char delimiter;
    private boolean first = true;
    private boolean crlfSeen;
    private boolean lfSeen;

    /** @param reader buffered */
    public Csv(Reader reader, char delimiter) {
        this.reader = reader;
        this.delimiter = delimiter;
    }

    /** Whether lines ended in CRLF so far. */
    boolean crlf() {
        return crlfSeen;
    }

    /** Whether lines ended in LF alone so far. */
    boolean lf() {
        return lfSeen;
    }

    /** The next record; empty at the end. Blank lines are no records. */
    public Optional<List<String>> next() throws IOException {
        while (true) {
            int c = read();
            if (first && c == BYTE_ORDER_MARK) {
                c = read();
            }
            first = false;
            if (c == END) {
                return Optional.empty();
            }
            if (!endsLine(c)) {
                return Optional.of(record(c));
            }
        }
    }

    private List<String> record(int start) throws IOException {
        List<String> cells = new ArrayList<>();
        int c = start;
        while (true) {
            StringBuilder cell = new StringBuilder();
            if (c == '"') {
                c = quoted(cell);
            }
            while (c != END && c != delimiter && !isLineEnd(c)) {
                cell.append((char) c);
                c = read();
            }
            cells.add(cell.toString());
            if (c == END || endsLine(c)) {
                return cells;
            }
            c = read();
        }
    }

    /** Reads to the closing quote and gives the character behind it. */
    private int quoted(StringBuilder cell) throws IOException {
        while (true) {
            int c = read();
            if (c == END) {
                return END;
            }
            if (c != '"') {
                cell.append((char) c);
                continue;
            }
            int after = read();
            if (after != '"') {
                return after;
            }
            cell.append('"');
        }
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }

    /** Takes a line end whole, and notes which kind it is. */
    private boolean endsLine(int c) throws IOException {
        if (c == '\n') {
            lfSeen = true;
            return true;
        }
        if (c != '\r') {
            return false;
        }
        reader.mark(1);
        if (reader.read() == '\n') {
            crlfSeen = true;
        } else {
            reader.reset();
        }
        return true;
    }

    private int read() throws IOException {
        return reader.read();
    }

    /** Writes a line of cells, each in quotes. */
    public static void write(Writer out, List<String> cells, char delimiter, String lineEnd) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(delimiter);
            }
            out.write('"');
            out.write(cells.get(i).replace("\"", "\"\""));
            out.write('"');
        }
        out.write(lineEnd);
    }
}
