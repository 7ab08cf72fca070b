package dev.minori.scoring.csv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a CSV file (RFC 4180), cell by cell. */
public final class CsvRow {
    /**
     * A text that begins with one of these may be taken for a formula: by Excel, by Google's tables, and in their full-width
     * forms by Excel in Japanese.
     */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final List<String> cells = new ArrayList<>();

    /** Adds a text that somebody wrote. What may be a formula is made harmless by an apostrophe in front. */
    public CsvRow text(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            cells.add("");
            return this;
        }
        cells.add(quoted(FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value));
        return this;
    }

    /** Adds a number or a date of ours; a negative number is no formula. */
    public CsvRow plain(@Nullable Object value) {
        cells.add(value == null ? "" : value.toString());
        return this;
    }

    /** The row with its line end. */
    public String line() {
        return String.join(",", cells) + "\r\n";
    }

    private static String quoted(String value) {
        boolean special = value.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return special ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
