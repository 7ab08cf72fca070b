package dev.minori.simulators.store;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.List;
import org.postgresql.core.Utils;

/** Writes parameters into a statement as literals, for COPY, which takes no bind parameters. */
public final class Literals {

    private Literals() {}

    /** Replaces each {@code ?} outside quotes by its parameter. */
    public static String inline(String sql, List<?> parameters) throws SQLException {
        StringBuilder text = new StringBuilder(sql.length() + 64);
        Iterator<?> values = parameters.iterator();
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (quote == 0 && c == '?') {
                literal(text, values.next());
                continue;
            }
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
            text.append(c);
        }
        if (values.hasNext()) {
            throw new SQLException("more parameters than places for them");
        }
        return text.toString();
    }

    private static void literal(StringBuilder text, Object value) throws SQLException {
        switch (value) {
            case Boolean flag -> text.append(flag);
            case Integer whole -> text.append('(').append(whole).append(')');
            case Long whole -> text.append('(').append(whole).append(')');
            case BigDecimal number ->
                text.append('(').append(number.toPlainString()).append(')');
            case LocalDate date -> text.append("date '").append(date).append('\'');
            case LocalTime time -> text.append("time '").append(time).append('\'');
            case Instant instant -> text.append("timestamptz '").append(instant).append('\'');
            case String string -> quoted(text, string);
            case List<?> list -> {
                text.append("array[");
                String separator = "";
                for (Object item : list) {
                    text.append(separator);
                    quoted(text, String.valueOf(item));
                    separator = ",";
                }
                text.append("]::text[]");
            }
            default -> throw new SQLException("no literal for " + value.getClass());
        }
    }

    private static void quoted(StringBuilder text, String value) throws SQLException {
        text.append('\'');
        Utils.escapeLiteral(text, value, true);
        text.append('\'');
    }
}
